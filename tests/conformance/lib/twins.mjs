// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

/** What a program writes for an input, both as JSON. */
export function answers(command, args, input) {
  const result = spawnSync(command, args, { encoding: 'utf8', input: JSON.stringify(input), maxBuffer: 2 ** 30 });
  assert.equal(result.status, 0, result.stderr);
  return JSON.parse(result.stdout);
}
