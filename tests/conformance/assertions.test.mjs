// SPDX-License-Identifier: Apache-2.0
// Assertions on templates hold when the CDK's do, and captures catch the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { cases } from './lib/patterns.mjs';
import { answers } from './lib/twins.mjs';

const program = process.env.AMPLIFY_CONFORMANCE_ASSERTIONS;
if (!program) throw new Error('set AMPLIFY_CONFORMANCE_ASSERTIONS to the program built from assertions/app.cpp');

const all = cases(10_000);
const ours = answers(program, [], all);
const peer = answers(process.execPath, [fileURLToPath(new URL('assertions/peer.mjs', import.meta.url))], all);

test('every result is that of the CDK', () => {
  const different = all.flatMap((each, i) => (isDeepStrictEqual(ours[i], peer[i]) ? [] : [{ peer: peer[i], ours: ours[i], ...each }]));
  assert.deepEqual(different.slice(0, 3), [], `${different.length} of ${all.length} differ`);
});

test('assertions hold and fail, and captures catch something', () => {
  const share = (which) => peer.filter(which).length / peer.length;
  for (const value of [share(({ has }) => has), share(({ has }) => !has), share(({ all: every }) => every)]) assert.ok(value > 0.05, `${value}`);
  assert.ok(share(({ captured }) => captured.flat().length > 0) > 0.02);
});
