#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// usage: bench/edit_to_template.mjs [--runs N] [--build DIR]
// How long it takes from an edit of the seed backend to its templates: ours (compile, link, run) and Amplify's
// own (type check, run). Both in turns in one run, so that a busy machine slows both.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { contextJson } from '../tests/conformance/lib/context.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    build: { type: 'string', default: join(root, 'build') },
  },
});
const build = resolve(options.build);
const conformance = join(root, 'tests', 'conformance');
const twin = join(conformance, 'backends', 'seed', 'amplify', 'backend.ts');
const tool = (name) => join(conformance, 'node_modules', '.bin', name);
const scratch = mkdtempSync(join(tmpdir(), 'amplify-bench-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

function execute(program, args, environment = {}) {
  execFileSync(program, args, { cwd: conformance, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...environment } });
}

function ours() {
  const now = new Date();
  utimesSync(join(root, 'examples', 'seed', 'data', 'resource.hpp'), now, now);
  execute('cmake', ['--build', build, '--target', 'example.seed'], { CCACHE_DISABLE: '1' });
  execute(join(build, 'examples', 'seed', 'backend'), ['synth', '--output', join(scratch, 'ours')]);
}

function peer() {
  // What `ampx` does: the type check first, then the program.
  const language = ['--target', 'es2022', '--module', 'es2022', '--moduleResolution', 'bundler', '--strict'];
  execute(tool('tsc'), ['--noEmit', '--skipLibCheck', ...language, twin]);
  execute(tool('tsx'), [twin], { CDK_OUTDIR: join(scratch, 'peer'), CDK_CONTEXT_JSON: contextJson });
}

function seconds(action) {
  const start = process.hrtime.bigint();
  action();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

function median(numbers) {
  const sorted = numbers.toSorted((x, y) => x - y);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

ours(); // builds the library, too
peer(); // warms the file cache
const times = Array.from({ length: Number(options.runs) }, () => [seconds(ours), seconds(peer)]);
const [our, their] = [0, 1].map((side) => median(times.map((pair) => pair[side])));
console.log(`edit to template, seed, median of ${options.runs} runs`);
console.log(`  amplify-cpp  ${our.toFixed(2)} s`);
console.log(`  Amplify      ${their.toFixed(2)} s`);
console.log(`  ratio        1/${(their / our).toFixed(1)}`);
