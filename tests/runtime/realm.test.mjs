// SPDX-License-Identifier: Apache-2.0
// The environment of resolvers has what the guide's page "Supported runtime features" lists, and no more.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Realm } from '../behaviour/appsync/realm.mjs';

const realm = new Realm();
const module = (body) => `import { util } from '@aws-appsync/utils';\nexport function request(ctx) { ${body} }\nexport function response(ctx) { return ctx.result; }`;
const run = (body, context = {}) => realm.compile(module(body), 'Query.test')('request', {}, { args: {}, stash: {}, ...context });

test('supported functions work', () => {
  assert.equal(run("return [3, 1, 2].map((x) => x * 2).filter((x) => x > 2).join('-')").result, '6-4');
  assert.deepEqual(run('return Object.entries(ctx.args)', { args: { a: 1 } }).result, [['a', 1]]);
  assert.equal(run("const [x, ...rest] = 'a::b'.split('::'); return `${x}${rest.length}`").result, 'a1');
});

for (const name of ['Date', 'Promise', 'Map', 'Set', 'Proxy', 'Reflect', 'RegExp', 'Symbol', 'globalThis', 'eval', 'Function', 'process', 'require', 'setTimeout', 'fetch', 'Intl', 'WeakMap']) {
  test(`there is no ${name}`, () => assert.throws(() => run(`return ${name}`), { name: 'ReferenceError' }));
}

for (const use of ["'a'.match('a')", '[1].includes(1)', 'Object.freeze({})', '[].at(0)', "Array.from('ab')", 'Math.pow(2, 2)', '(() => 1).call()']) {
  test(`${use} is not supported`, () => assert.throws(() => run(`return ${use}`), { name: 'TypeError' }));
}

test('nothing of the environment can be changed', () => {
  for (const change of ['Object.keys = 1', 'util.autoId = 1', 'util.time.x = 1', 'Array.prototype.map = 1', 'leak = 1']) assert.throws(() => run(change), change);
});

test('nothing is left over from one call to the next', () => {
  const program = realm.compile("let count = 0;\nexport function request() { count += 1; return count; }\nexport function response() {}", 'Query.count');
  assert.equal(program('request', {}, { args: {}, stash: {} }).result, 1);
  assert.equal(program('request', {}, { args: {}, stash: {} }).result, 1);
});

test('the stash comes back', () => assert.deepEqual(run('ctx.stash.a = { b: 1 }; return null').stash, { a: { b: 1 } }));

test('code may have 32 KiB', () => {
  assert.throws(() => realm.compile(`// ${'x'.repeat(32 * 1024)}\n${module('')}`, 'Query.long'), /more than 32768/);
});

test('only AppSync’s modules can be imported', () => {
  assert.throws(() => realm.compile("import fs from 'fs';\nexport function request() {}", 'Query.x'), /there is no module fs/);
});
