// SPDX-License-Identifier: Apache-2.0
// The resolvers are JavaScript that AppSync accepts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resources } from './lib/assembly.mjs';
import { allNames, ours } from './lib/backends.mjs';
import { lint } from './lib/lint.mjs';
import { checkResolver } from './lib/resolver_check.mjs';
import { resolvers } from './lib/resolvers.mjs';

for (const name of allNames()) {
  test(`resolvers of ${name} are accepted by AppSync`, async (t) => {
    const assembly = ours(name);
    if (resources(assembly, 'AWS::AppSync::GraphQLApi').length === 0) return t.skip('it has no API');
    const list = resolvers(assembly);
    assert.ok(list.length > 0, 'no resolver has JavaScript code');
    assert.deepEqual(
      list.flatMap((resolver) => checkResolver(resolver.code).map((message) => `${resolver.name} ${message}`)),
      [],
    );
    assert.deepEqual(await lint(list), []);
  });
}
