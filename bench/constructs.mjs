#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// usage: bench/constructs.mjs [--runs N] [--build DIR]
// How long an app of L1 constructs takes to synthesize, and in how much memory, as it grows; and an app of 2,000 resources
// against the same with the CDK for JavaScript, in turns in one run.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: options } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, build: { type: 'string', default: join(root, 'build') } },
});
const build = resolve(options.build);
const app = join(build, 'bench', 'constructs', 'backend');
const scratch = mkdtempSync(join(tmpdir(), 'amplify-bench-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
const [perStack, perUnit] = [500, 5];
const budget = { resources: 10_000, seconds: 1 };

function ours(stacks) {
  return execute([app, String(stacks), String(perStack / perUnit), join(scratch, 'ours')]);
}

function theirs(stacks) {
  const twin = join(root, 'bench', 'constructs', 'twin.mjs');
  return execute([process.execPath, twin, String(stacks), String(perStack / perUnit), join(scratch, 'theirs')]);
}

/** Wall seconds, and what the program says of its memory. */
function execute([program, ...args]) {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== 0) throw new Error(`failed: ${program}\n${stderr}`);
  return { seconds, megabytes: Number(stdout) / 1024 };
}

/** The two make the same resources, so the times are of the same work. */
function compare(stacks) {
  for (let stack = 0; stack < stacks; stack += 1) {
    const [our, their] = ['ours', 'theirs'].map((side) => (
      JSON.parse(readFileSync(join(scratch, side, `Stack${stack}.template.json`), 'utf8')).Resources
    ));
    if (!isDeepStrictEqual(our, their)) throw new Error(`Stack${stack} differs`);
  }
}

function median(numbers) {
  const sorted = numbers.toSorted((x, y) => x - y);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const medians = (measure) => {
  const all = Array.from({ length: Number(options.runs) }, measure);
  return Object.fromEntries(Object.keys(all[0]).map((key) => [key, median(all.map((one) => one[key]))]));
};

execFileSync('cmake', ['--build', build, '--target', 'bench.constructs'], { stdio: 'ignore' });
for (const resources of [2_500, 5_000, 10_000, 20_000]) {
  const { seconds, megabytes } = medians(() => ours(resources / perStack));
  const share = resources === budget.resources ? `${(seconds / budget.seconds).toFixed(2)} of its budget` : '';
  console.log(`${String(resources).padStart(6)} resources ${seconds.toFixed(3)} s ${megabytes.toFixed(0).padStart(5)} MB  ${share}`);
}
const stacks = 2_000 / perStack;
ours(stacks);
theirs(stacks); // warms the file cache
compare(stacks);
const pairs = Array.from({ length: Number(options.runs) }, () => [ours(stacks), theirs(stacks)]);
const [our, their] = [0, 1].map((side) => median(pairs.map((pair) => pair[side].seconds)));
console.log(`2,000 resources: amplify-cpp ${our.toFixed(3)} s, the CDK for JavaScript ${their.toFixed(2)} s, ratio 1/${(their / our).toFixed(0)}`);
