// SPDX-License-Identifier: Apache-2.0
// counts.mjs COMPILER [--update]
// How many templates clang 19 instantiates for schemas and their use: what their compile time depends
// on, without being a time. More than 3 % above counts.json fails; --update writes the counts there.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [compiler, update] = process.argv.slice(2);
const root = fileURLToPath(new URL('../../', import.meta.url));
const baseline = new URL('counts.json', import.meta.url);
const directory = mkdtempSync(join(tmpdir(), 'instantiations-'));

/** A schema of bench/compile/generate.py, in a file. */
const generated = (...options) => {
  const file = join(directory, `${options.join('')}.cpp`);
  writeFileSync(file, execFileSync('python3', [join(root, 'bench/compile/generate.py'), ...options]));
  return file;
};

const cases = {
  '1 model': () => generated('1'),
  '50 models': () => generated('50'),
  '100 models': () => generated('100'),
  '10 models, each related to every other': () => generated('10', '--dense'),
  '24 models, each related to every other': () => generated('24', '--dense'),
  'requests': () => fileURLToPath(new URL('client.cpp', import.meta.url)),
};

function count(source) {
  const trace = join(directory, 'trace.json');
  execFileSync(compiler, ['-std=c++20', '-O0', `-I${root}include`, '-c', source, '-o', '/dev/null', '-ftime-trace-granularity=0', `-ftime-trace=${trace}`]);
  const counts = { InstantiateClass: 0, InstantiateFunction: 0 };
  for (const { name } of JSON.parse(readFileSync(trace)).traceEvents) if (name in counts) ++counts[name];
  return { classes: counts.InstantiateClass, functions: counts.InstantiateFunction };
}

const counts = Object.fromEntries(Object.entries(cases).map(([name, source]) => [name, count(source())]));
rmSync(directory, { recursive: true });
if (update) {
  writeFileSync(baseline, JSON.stringify(counts, undefined, 2) + '\n');
  process.exit();
}
const known = JSON.parse(readFileSync(baseline));
for (const [name, found] of Object.entries(counts)) {
  for (const [kind, number] of Object.entries(found)) {
    const allowed = known[name]?.[kind];
    console.log(`${name}: ${number} ${kind}, of ${allowed}`);
    if (!(number <= allowed * 1.03)) process.exitCode = 1;
  }
}
// Each model costs as much as any other.
const perModel = (from, to, models) => (counts[to].classes + counts[to].functions - counts[from].classes - counts[from].functions) / models;
const [few, many] = [perModel('1 model', '50 models', 49), perModel('50 models', '100 models', 50)];
console.log(`a model: ${few.toFixed(1)} of the first 50, ${many.toFixed(1)} of the next`);
if (many > few * 1.03) process.exitCode = 1;
if (process.exitCode) console.error('templates cost more than before: if that is meant, write the counts down with --update and say why in the commit');
