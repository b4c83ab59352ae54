// SPDX-License-Identifier: Apache-2.0
// The GraphQL schema that AppSync gets is the peer's, in any order, and valid.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { graphqlSchema } from './lib/assembly.mjs';
import { namesWithData, ours, peers } from './lib/backends.mjs';
import { compareBackends } from './lib/compare.mjs';
import { compareSchemas, validateAppSyncSchema } from './lib/schema.mjs';

compareBackends('schema', (name) => compareSchemas(graphqlSchema(peers(name)), graphqlSchema(ours(name))), namesWithData);

for (const name of namesWithData) {
  test(`schema of ${name} is valid for AppSync`, () => {
    assert.deepEqual(validateAppSyncSchema(graphqlSchema(ours(name))), []);
  });
}
