// SPDX-License-Identifier: Apache-2.0
// The resolvers are JavaScript that AppSync accepts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resources } from './lib/assembly.mjs';
import { allNames, ours } from './lib/backends.mjs';
import { lint } from './lib/lint.mjs';
import { checkResolver } from './lib/resolver_check.mjs';
import { resolvers } from './lib/resolvers.mjs';

const sizes = [];
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
    // What is one deployment's own comes from its environment. The user's code has the API's id by a reference.
    const generated = list.filter(({ code }) => /^\/\/ \w+\.\w+: (?!the user's own code)|^\/\/ \w+, (before|after) /m.test(code));
    assert.deepEqual(generated.filter(({ code }) => /arn:aws|-NONE\b|[a-z]{2}-[a-z]+-\d:|\d{12}/.test(code)).map(({ name }) => name), []);
    sizes.push(...generated.map(({ code }) => Buffer.byteLength(code)));
  });
}

test('resolvers have 3 KB at most on average', () => {
  const average = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  assert.ok(average <= 3 * 1024, `a resolver has ${Math.round(average)} bytes on average`);
});
