// SPDX-License-Identifier: Apache-2.0
// A handler's program needs nothing of the system that it runs on, and tells nothing of the one that built it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { assertFullyLinked } from './lib/elf.mjs';

const { AMPLIFY_PROBE: probe, AMPLIFY_SOURCE: source } = process.env;

test('it is fully linked, for x86_64', () => assertFullyLinked(probe, 62));

test('it names no file of the machine that built it', () => {
  assert.ok(!readFileSync(probe).includes(source));
});
