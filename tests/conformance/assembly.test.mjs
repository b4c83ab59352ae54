// SPDX-License-Identifier: Apache-2.0
// Our assemblies are well formed, whatever they describe.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkAssembly } from './lib/assembly_check.mjs';
import { allNames, ours } from './lib/backends.mjs';

for (const name of allNames()) {
  test(`assembly of ${name} is valid`, () => {
    assert.deepEqual(checkAssembly(ours(name)), []);
  });
}
