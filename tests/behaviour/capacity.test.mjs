// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inThePage, measured } from './capacity.mjs';

test('docs/resolvers.md tells what operations cost at DynamoDB', async () => {
  for (const [name, table] of Object.entries(await measured())) {
    assert.equal(inThePage(name), table, 'run node tests/behaviour/capacity.mjs --update');
  }
});
