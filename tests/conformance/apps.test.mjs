// SPDX-License-Identifier: Apache-2.0
// Plain CDK apps: an example makes what its twin makes with the CDK.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Accepted, report, reportStale } from './lib/accepted.mjs';
import { loadAssembly } from './lib/assembly.mjs';
import { executable, temporaryDirectory } from './lib/backends.mjs';
import { meaning } from './lib/constructs.mjs';
import { diff } from './lib/diff.mjs';

const twins = fileURLToPath(new URL('apps', import.meta.url));
const accepted = new Accepted('apps');

function synthesized(context, command, ...args) {
  const directory = join(temporaryDirectory(), 'cdk.out');
  const environment = { ...process.env, CDK_CONTEXT_JSON: JSON.stringify(context), CDK_OUTDIR: directory };
  const result = spawnSync(command, args, { encoding: 'utf8', env: environment });
  assert.equal(result.status, 0, result.stderr);
  return loadAssembly(directory);
}

for (const file of readdirSync(twins)) {
  const name = file.replace('.mjs', '');
  for (const stage of ['dev', 'prod']) {
    test(`${name} as ${stage} makes what its twin makes`, () => {
      const peer = synthesized({ stage }, process.execPath, join(twins, file));
      const ours = synthesized({ stage }, executable(name));
      assert.equal(report(accepted.rest(name, diff(meaning(peer), meaning(ours)))), '');
      assert.deepEqual(Object.keys(ours.root.template.Outputs), Object.keys(peer.root.template.Outputs));
    });
  }
}

test('every accepted difference of apps still exists', () => {
  assert.equal(reportStale(accepted.stale()), '');
});
