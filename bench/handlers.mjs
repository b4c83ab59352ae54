#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// usage: bench/handlers.mjs [--runs N] [--build DIR]
// A handler in C++ beside the same in Node.js, in turns in one run, against a Runtime API on this machine: from the start of
// the process to the first answer, and how long a warm one takes.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { RuntimeApi } from '../tests/lambda/lib/runtime_api.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: options } = parseArgs({
  options: { runs: { type: 'string', default: '15' }, build: { type: 'string', default: join(root, 'build') } },
});
const build = resolve(options.build);
const warmInvocations = 1000;
const budgets = { cold: 30, warm: 0.3 }; // milliseconds
const payload = readFileSync(join(root, 'tests/lambda/events/http.json'), 'utf8');
const programs = {
  'C++': [join(build, 'examples/example.webhooks.health.function/x86_64/bootstrap'), []],
  'Node.js': [process.execPath, [join(root, 'bench/handlers/runtime.mjs')]],
};

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Milliseconds to the first answer, and those of each further one. */
async function run([program, argv]) {
  const api = await RuntimeApi.start();
  try {
    const first = api.invoke(payload);
    const start = performance.now();
    api.launch(program, { argv });
    const { body } = await first;
    const cold = performance.now() - start;
    if (JSON.parse(body).statusCode !== 200) throw new Error(body);
    const times = [];
    for (let i = 0; i < warmInvocations; ++i) times.push((await api.invoke(payload)).time);
    return { cold, warm: median(times) };
  } finally {
    await api.close();
  }
}

execFileSync('cmake', ['--build', build, '--target', 'example.webhooks.health'], { stdio: 'ignore' });
const results = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
for (let i = 0; i < Number(options.runs); ++i) {
  for (const [name, program] of Object.entries(programs)) results[name].push(await run(program));
}
for (const kind of ['cold', 'warm']) {
  const [ours, node] = ['C++', 'Node.js'].map((name) => median(results[name].map((result) => result[kind])));
  console.log(
    `${kind.padEnd(6)} C++ ${ours.toFixed(3)} ms, Node.js ${node.toFixed(3)} ms: 1/${(node / ours).toFixed(1)} of its time, ` +
      `${(ours / budgets[kind]).toFixed(2)} of its budget`,
  );
}
