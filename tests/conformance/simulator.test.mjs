// SPDX-License-Identifier: Apache-2.0
// The IAM simulator answers as another implementation of IAM's rules, @cloud-copilot/iam-simulate.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { questions } from './lib/questions.mjs';
import { answers } from './lib/twins.mjs';

const program = process.env.AMPLIFY_CONFORMANCE_SIMULATOR;
if (!program) throw new Error('set AMPLIFY_CONFORMANCE_SIMULATOR to the program built from simulator/app.cpp');

const asked = questions(10_000);
const ours = answers(program, [], asked.map((question) => question.ours));
const peer = answers(process.execPath, [fileURLToPath(new URL('simulator/peer.mjs', import.meta.url))], asked.map((question) => question.peer));

test('every answer is the one of the peer, or none', () => {
  const different = asked.flatMap((question, i) => (
    ours[i].decision === 'NotModelled' || ours[i].decision === peer[i] ? [] : [{ peer: peer[i], ours: ours[i].text, question }]));
  assert.deepEqual(different.slice(0, 3), [], `${different.length} of ${asked.length} answers differ`);
});

test('every decision occurs, and most questions are answered', () => {
  const share = (decision) => ours.filter((answer) => answer.decision === decision).length / ours.length;
  for (const decision of ['Allowed', 'ExplicitlyDenied', 'ImplicitlyDenied']) assert.ok(share(decision) > 0.1, decision);
  assert.ok(share('NotModelled') < 0.05, `${share('NotModelled')} not modelled`);
});
