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
  post.store(ownedBy('alice', { id: '1', title: 'one' }));
  post.store(ownedBy('bob', { id: '2', title: 'one' }));
  post.store(ownedBy('alice', { id: '3', title: 'two', content: 'text' }));
  return post;
}

test('an owner lists the own items, a role all', async () => {
  const post = await posts();
  assert.deepEqual(idsOf(post.list(alice)), ['1', '3']);
  assert.deepEqual(idsOf(post.list(bob)), ['2']);
  assert.deepEqual(idsOf(post.list(user('carol'))), []);
  assert.deepEqual(idsOf(post.list(role)), ['1', '2', '3']);
});

test('a filter narrows the own items and widens nothing', async () => {
  const post = await posts();
  assert.deepEqual(idsOf(post.list(alice, { filter: { title: { eq: 'one' } } })), ['1']);
  assert.deepEqual(idsOf(post.list(alice, { filter: { or: [{ title: { eq: 'one' } }, { id: { ne: 'x' } }] } })), ['1', '3']);
  assert.deepEqual(idsOf(post.list(alice, { filter: { owner: { beginsWith: 'sub-bob' } } })), []);
  assert.deepEqual(idsOf(post.list(role, { filter: { title: { eq: 'one' } } })), ['1', '2']);
});

test('an empty filter is none', async () => {
  const post = await posts();
  assert.deepEqual(idsOf(post.list(alice, { filter: {} })), ['1', '3']);
  assert.deepEqual(idsOf(post.list(role, { filter: {} })), ['1', '2', '3']);
  assert.deepEqual(idsOf(post.list(role, { filter: null })), ['1', '2', '3']);
});

test('every operator of a filter reaches the table', async () => {
  const todo = await Model.of('todo', 'Todo');
  for (const [id, content] of [['1', 'apple'], ['2', 'pear'], ['3', undefined]]) todo.store({ id, content });
  const found = (filter) => idsOf(todo.list(apiKey, { filter }));
  assert.deepEqual(found({ content: { contains: 'p' } }), ['1', '2']);
  assert.deepEqual(found({ content: { beginsWith: 'pe' } }), ['2']);
  assert.deepEqual(found({ content: { notContains: 'pp' } }), ['2', '3']);
  assert.deepEqual(found({ content: { attributeExists: false } }), ['3']);
  assert.deepEqual(found({ content: { attributeType: 'string' } }), ['1', '2']);
  assert.deepEqual(found({ content: { size: { gt: 4 } } }), ['1']);
  assert.deepEqual(found({ content: { between: ['b', 'q'] } }), ['2']);
  assert.deepEqual(found({ content: { gt: 'b', lt: 'q' } }), ['2']);
  assert.deepEqual(found({ not: { content: { eq: 'apple' } } }), ['2', '3']);
  assert.deepEqual(found({ and: [{ id: { le: '2' } }, { content: { ne: 'pear' } }] }), ['1']);
});

test('pages: 100 items unless a limit is given, then the rest', async () => {
  const todo = await Model.of('todo', 'Todo');
  for (let i = 0; i < 150; i += 1) todo.store({ id: `${1000 + i}` });
  const first = todo.list(apiKey);
  assert.equal(first.data.items.length, 100);
  const second = todo.list(apiKey, { nextToken: first.data.nextToken });
  assert.equal(second.data.items.length, 50);
  assert.equal(second.data.nextToken, null);
  assert.equal(todo.list(apiKey, { limit: 7 }).data.items.length, 7);
  assert.equal(todo.list(apiKey, { limit: null }).data.items.length, 100);
});

test('a page is cut before it is filtered', async () => {
  const post = await posts();
  const { data } = post.list(alice, { limit: 2 });
  assert.deepEqual(data.items.map(({ id }) => id), ['1']);
  assert.deepEqual(idsOf(post.list(alice, { limit: 2, nextToken: data.nextToken })), ['3']);
});

test('a declared key narrows the list to one item, for those who may see it', async () => {
  const key = await Model.of('rules', 'OwnKey');
  key.store(ownedBy('alice', { id: '1', text: 'x' }));
  key.store(ownedBy('bob', { id: '2', text: 'x' }));
  assert.deepEqual(idsOf(key.list(alice, { id: '1' })), ['1']);
  assert.deepEqual(idsOf(key.list(alice, { id: '2' })), []);
  assert.deepEqual(idsOf(key.list(apiKey, { id: '2', filter: { text: { eq: 'x' } } })), ['2']);
  assert.deepEqual(idsOf(key.list(apiKey, { id: null })), ['1', '2']);
  assert.equal(key.list(apiKey, { id: '2' }).data.items[0].owner, 'bob');
});

test('a list without a sort key has no direction', async () => {
  const key = await Model.of('rules', 'OwnKey');
  const message = 'sortDirection is not supported for List operations without a Sort key defined.';
  assertError(key.list(apiKey, { sortDirection: 'ASC' }), 'InvalidArgumentsError', message);
  assertError(key.list(alice, { id: '1', sortDirection: 'DESC' }), 'InvalidArgumentsError', message);
});
