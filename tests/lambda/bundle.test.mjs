// SPDX-License-Identifier: Apache-2.0
// Handlers in TypeScript are bundled by the real esbuild, and run.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';

const { AMPLIFY_HELLO: backend, AMPLIFY_ESBUILD: esbuild } = process.env;
const options = { skip: esbuild && !esbuild.endsWith('NOTFOUND') ? false : 'SKIPPED: esbuild is not installed' };
const directory = mkdtempSync(join(tmpdir(), 'amplify-bundle-'));
after(() => rmSync(directory, { recursive: true }));

/** Synthesizes the example into a directory; the one with its bundle. */
function bundle(name) {
  const output = join(directory, name);
  const { status, stderr } = spawnSync(backend, ['synth', '--output', output], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  const assets = readdirSync(output).filter((file) => file.startsWith('asset.'));
  return join(output, assets.find((asset) => readdirSync(join(output, asset)).includes('index.mjs')));
}

test('a bundle runs', options, () => {
  const script = `
    const { handler } = await import(${JSON.stringify(pathToFileURL(join(bundle('run'), 'index.mjs')).href)});
    await handler({ time: 'noon' });`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { STAGE: 'test' },
  });
  assert.equal(status, 0, stderr);
  assert.equal(stdout, 'Tidying up the test stage at noon\n');
});

test('a bundle is the same every time', options, () => {
  const first = bundle('first');
  const second = bundle('second');
  assert.equal(first.split('/').pop(), second.split('/').pop());
});

test('a source map leads to the source', options, () => {
  const map = JSON.parse(readFileSync(join(bundle('map'), 'index.mjs.map'), 'utf8'));
  assert.ok(map.sources.includes('examples/hello_function/functions/tidy-up/handler.ts'), map.sources.join());
  assert.ok(map.sources.every((source) => !source.startsWith('/') && !source.startsWith('..')), map.sources.join());
});
