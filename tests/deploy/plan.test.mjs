// SPDX-License-Identifier: Apache-2.0
// The stages of `backend plan`, applied one after another to the emulator, end in what was asked for; and where there are
// several, CloudFormation would not do it in one.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { apply, bootstrappedRegion, failures, templatesOf } from './lib/apply.mjs';
import { backendIn } from './lib/backend.mjs';
import { temporaryDirectory } from './lib/cdk.mjs';
import { pair } from './lib/schemas.mjs';

const directory = temporaryDirectory();
const at = (name) => join(directory, name);
const backend = backendIn(directory);
const [first, last = first] = (process.env.AMPLIFY_RANDOM_SEEDS ?? '0-79').split('-').map(Number);

function run(schema, ...args) {
  const { status, stdout, stderr } = backend(schema, ...args);
  assert.equal(status, 0, `${stderr}\n${schema}`);
  return stdout;
}

/** The plan from `before`, which is synthesized, to a schema; its stages are in `stages`. Everything may be lost. */
function plan(after) {
  const args = ['plan', '--against', 'before', '--output', 'stages', '--json'];
  const { status, stdout, stderr } = backend(after, ...args);
  const { steps, allowed } = JSON.parse(stdout);
  const destroyed = steps.filter(({ effect }) => effect === 'destroys').map(({ subject }) => subject);
  assert.equal(allowed, destroyed.length === 0);
  assert.equal(status, allowed ? 0 : 1, stderr);
  return JSON.parse(run(after, ...args, ...destroyed.flatMap((subject) => ['--allow-destructive', subject])));
}

const counts = { pairs: 0, staged: 0, remade: 0 };

describe('stages lead', () => {
  for (let seed = first; seed <= last; ++seed) {
    test(`from one random schema to another, seed ${seed}`, () => {
      const [before, after] = pair(seed);
      rmSync(at('stages'), { recursive: true, force: true });
      run(before, 'synth', '--output', 'before');
      run(after, 'synth', '--output', 'after');
      const { stages } = plan(after);

      const region = bootstrappedRegion();
      let stack = apply(region, at('before'));
      assert.equal(stack.status, 'CREATE_COMPLETE', `${failures(region)}`);
      for (let i = 1; i <= stages.length; ++i) {
        stack = apply(region, at(`stages/${i}`));
        assert.equal(stack.status, 'UPDATE_COMPLETE', `stage ${i} of ${stages.length}: ${failures(region)}\n${before}\n${after}`);
      }
      const target = bootstrappedRegion();
      if (stages.length) assert.deepEqual(templatesOf(stack), templatesOf(apply(target, at('after'))));

      const direct = bootstrappedRegion();
      apply(direct, at('before'));
      assert.equal(apply(direct, at('after')).status, stages.length > 1 ? 'UPDATE_ROLLBACK_COMPLETE' : 'UPDATE_COMPLETE', `${failures(direct)}`);
      counts.pairs += 1;
      if (stages.length > 1) counts.staged += 1;
      if (stages.some(({ without }) => without.length)) counts.remade += 1;
    });
  }
  test('of every kind', () => {
    if (first !== 0 || last < 79) return;
    assert.ok(counts.pairs === last + 1 && counts.staged > 10, JSON.stringify(counts));
  });
});
