// SPDX-License-Identifier: Apache-2.0
// Lists: whose items, filters, pages, and the key of models that declare one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiKey, role, user } from './lib/callers.mjs';
import { assertError, idsOf, Model, ownedBy } from './lib/models.mjs';

const alice = user('alice');
const bob = user('bob');

async function posts() {
  const post = await Model.of('seed', 'Post');
  await post.store(ownedBy('alice', { id: '1', title: 'one' }));
  await post.store(ownedBy('bob', { id: '2', title: 'one' }));
  await post.store(ownedBy('alice', { id: '3', title: 'two', content: 'text' }));
  return post;
}

test('an owner lists the own items, a role all', async () => {
  const post = await posts();
  assert.deepEqual(idsOf(await post.list(alice)), ['1', '3']);
  assert.deepEqual(idsOf(await post.list(bob)), ['2']);
  assert.deepEqual(idsOf(await post.list(user('carol'))), []);
  assert.deepEqual(idsOf(await post.list(role)), ['1', '2', '3']);
});

test('a filter narrows the own items and widens nothing', async () => {
  const post = await posts();
  assert.deepEqual(idsOf(await post.list(alice, { filter: { title: { eq: 'one' } } })), ['1']);
  assert.deepEqual(idsOf(await post.list(alice, { filter: { or: [{ title: { eq: 'one' } }, { id: { ne: 'x' } }] } })), ['1', '3']);
  assert.deepEqual(idsOf(await post.list(alice, { filter: { owner: { beginsWith: 'sub-bob' } } })), []);
  assert.deepEqual(idsOf(await post.list(role, { filter: { title: { eq: 'one' } } })), ['1', '2']);
});

test('an empty filter is none', async () => {
  const post = await posts();
  assert.deepEqual(idsOf(await post.list(alice, { filter: {} })), ['1', '3']);
  assert.deepEqual(idsOf(await post.list(role, { filter: {} })), ['1', '2', '3']);
  assert.deepEqual(idsOf(await post.list(role, { filter: null })), ['1', '2', '3']);
});

test('every operator of a filter reaches the table', async () => {
  const todo = await Model.of('todo', 'Todo');
  for (const [id, content] of [['1', 'apple'], ['2', 'pear'], ['3', undefined]]) await todo.store({ id, content });
  const found = async (filter) => idsOf(await todo.list(apiKey, { filter }));
  assert.deepEqual(await found({ content: { contains: 'p' } }), ['1', '2']);
  assert.deepEqual(await found({ content: { beginsWith: 'pe' } }), ['2']);
  assert.deepEqual(await found({ content: { notContains: 'pp' } }), ['2', '3']);
  assert.deepEqual(await found({ content: { attributeExists: false } }), ['3']);
  assert.deepEqual(await found({ content: { attributeType: 'string' } }), ['1', '2']);
  assert.deepEqual(await found({ content: { size: { gt: 4 } } }), ['1']);
  assert.deepEqual(await found({ content: { between: ['b', 'q'] } }), ['2']);
  assert.deepEqual(await found({ content: { gt: 'b', lt: 'q' } }), ['2']);
  assert.deepEqual(await found({ not: { content: { eq: 'apple' } } }), ['2', '3']);
  assert.deepEqual(await found({ and: [{ id: { le: '2' } }, { content: { ne: 'pear' } }] }), ['1']);
});

test('pages: 100 items unless a limit is given, then the rest', async () => {
  const todo = await Model.of('todo', 'Todo');
  for (let i = 0; i < 150; i += 1) await todo.store({ id: `${1000 + i}` });
  const first = await todo.list(apiKey);
  assert.equal(first.data.items.length, 100);
  const second = await todo.list(apiKey, { nextToken: first.data.nextToken });
  assert.equal(second.data.items.length, 50);
  assert.equal(second.data.nextToken, null);
  assert.equal((await todo.list(apiKey, { limit: 7 })).data.items.length, 7);
  assert.equal((await todo.list(apiKey, { limit: null })).data.items.length, 100);
});

test('a page is cut before it is filtered', async () => {
  const post = await posts();
  const { data } = await post.list(alice, { limit: 2 });
  assert.deepEqual(data.items.map(({ id }) => id), ['1']);
  assert.deepEqual(idsOf(await post.list(alice, { limit: 2, nextToken: data.nextToken })), ['3']);
});

test('a declared key narrows the list to one item, for those who may see it', async () => {
  const key = await Model.of('rules', 'OwnKey');
  await key.store(ownedBy('alice', { id: '1', text: 'x' }));
  await key.store(ownedBy('bob', { id: '2', text: 'x' }));
  assert.deepEqual(idsOf(await key.list(alice, { id: '1' })), ['1']);
  assert.deepEqual(idsOf(await key.list(alice, { id: '2' })), []);
  assert.deepEqual(idsOf(await key.list(apiKey, { id: '2', filter: { text: { eq: 'x' } } })), ['2']);
  assert.deepEqual(idsOf(await key.list(apiKey, { id: null })), ['1', '2']);
  assert.equal((await key.list(apiKey, { id: '2' })).data.items[0].owner, 'bob');
});

test('a list without a sort key has no direction', async () => {
  const key = await Model.of('rules', 'OwnKey');
  const message = 'sortDirection is not supported for List operations without a Sort key defined.';
  assertError(await key.list(apiKey, { sortDirection: 'ASC' }), 'InvalidArgumentsError', message);
  assertError(await key.list(alice, { id: '1', sortDirection: 'DESC' }), 'InvalidArgumentsError', message);
});
