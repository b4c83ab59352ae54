// SPDX-License-Identifier: Apache-2.0
// The checks of resolvers find what they are for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lint } from './lib/lint.mjs';
import { checkResolver } from './lib/resolver_check.mjs';

const resolver = (body, before = '') => `import { util } from '@aws-appsync/utils';
${before}
export function request(ctx) {
  ${body}
  return { operation: 'GetItem', key: util.dynamodb.toMapValues({ id: ctx.args.id }) };
}

export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result;
}
`;

const good = resolver(`
  const { owner = null, ...rest } = ctx.args.input ?? {};
  let names = [];
  for (const name of Object.keys(rest)) names = [...names, \`#\${name}\`];
  for (const key in rest) if (key === 'stop') break;
  const found = names.filter((name) => name !== owner).join(', ');
  if (found === '') util.unauthorized();
`);

const refused = {
  'throw': "throw 'no';",
  'try': 'try { ctx.stash.a = 1; } finally { ctx.stash.a = 2; }',
  'while': 'while (ctx.args.id) { break; }',
  'do-while': 'do { ctx.stash.a = 1; } while (ctx.args.id);',
  'for (;;)': 'for (let i = 0; i < 2; i += 1) { ctx.stash.a = i; }',
  'continue': 'for (const i of [1]) { continue; }',
  'new': 'ctx.stash.a = new Array(1);',
  'Date': 'ctx.stash.a = Date.now();',
  'regular expression': 'ctx.stash.a = /a/;',
  '++': 'let i = 0; i++;',
  '~': 'ctx.stash.a = ~ctx.args.a;',
  'in is': "ctx.stash.a = 'a' in ctx.args;",
  'instanceof': 'ctx.stash.a = ctx.args instanceof Object;',
  'class': 'class A {}',
  'label': 'here: for (const i of [1]) { break here; }',
  'this': 'ctx.stash.a = this;',
  'async': 'const f = async () => 1;',
  'generator': 'function* f() { return 1; }',
  'bigint': 'ctx.stash.a = 1n;',
  'accessor': 'ctx.stash.a = { get b() { return 1; } };',
  'tagged': 'ctx.stash.a = String.raw`a`;',
  'await': 'await ctx.args;',
};

test('a good resolver is accepted', async () => {
  assert.deepEqual(checkResolver(good), []);
  assert.deepEqual(await lint([{ name: 'good', code: good }]), []);
});

for (const [what, body] of Object.entries(refused)) {
  test(`${what} is refused`, () => {
    assert.match(checkResolver(resolver(body)).join('\n'), new RegExp(what.replace(/[+()*;]/g, '\\$&')));
  });
}

test('imports of anything but the utilities are refused', () => {
  assert.match(checkResolver(resolver('', "import { x } from './x.js';")).join(), /import from '\.\/x\.js'/);
});

test('code that is too long, not JavaScript or without handlers is refused', () => {
  assert.match(checkResolver(resolver(`// ${'x'.repeat(32 * 1024)}`)).join(), /more than 32768/);
  assert.match(checkResolver('export function request( {').join(), /line 1/);
  assert.deepEqual(checkResolver('export function request() {}'), ['does not export response']);
});

test('the linter finds what needs types, under the name of the resolver', async () => {
  const recursive = resolver('', 'function f(n) { return n === 0 ? 0 : f(n - 1); }');
  const found = await lint([{ name: 'good', code: good }, { name: 'recursive', code: recursive }]);
  assert.match(found.join('\n'), /^recursive line 2: .*no-recursion/m);
  assert.doesNotMatch(found.join('\n'), /^good/m);
});
