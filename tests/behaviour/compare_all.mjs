// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { pairOf } from './backends.mjs';
import { compare, partsOf } from './differential.mjs';
import { judge } from './differences.mjs';
import { checkPermissions } from './permissions.mjs';

const shown = 20;
const text = (value) => (value === undefined ? 'nothing' : inspect(value, { depth: 6, breakLength: Infinity }).slice(0, 400));

const describe = (difference) => [
  `${difference.path}  ${text(difference.step.variables)}`,
  ...partsOf(difference).slice(0, 6).map(({ path, peer, ours }) => `    ${path.slice(difference.path.length + 1)}\n      peer: ${text(peer)}\n      ours: ${text(ours)}`),
].join('\n');

/**
 * Compares the backend with its twin on all the cases that `casesOf` makes, and holds what it finds against the list.
 * `watch` gives a list of what our side does wrong meanwhile.
 */
export function compareAll(kind, casesOf, watch = () => []) {
  const name = process.env.BEHAVIOUR_BACKEND;
  if (!name) throw new Error('set BEHAVIOUR_BACKEND to the name of a backend');
  test(`${kind} of ${name}: our API answers as the peer's`, async (t) => {
    const pair = await pairOf(name);
    const faults = watch(pair.ours);
    const { requests, answered, cases, differences, took, calls } = await compare(pair.peer, pair.ours, pair.callers, casesOf(pair));
    const { rest, stale } = judge(name, kind, differences);
    const speed = Math.round((2 * requests) / ((took.peer + took.ours) / 1000));
    t.diagnostic(`${requests} requests to each in ${cases} cases, ${answered} answered without an error, ${speed} a second; ${differences.length - rest.length} accepted differences`);
    assert.ok(answered > requests / 10 && answered < requests, 'hardly anything is allowed, or everything');
    assert.equal(faults.length, 0, `${faults.length} faults of our API:\n${faults.slice(0, shown).join('\n')}`);
    assert.equal(rest.length, 0, `${rest.length} differences that no entry covers:\n${rest.slice(0, shown).map(describe).join('\n')}`);
    assert.deepEqual(stale.map(({ reason }) => reason), [], 'entries of differences.mjs that cover nothing');
    if (kind === 'matrix') assert.deepEqual(checkPermissions(pair.descriptions.ours, calls.ours), []);
  });
}
