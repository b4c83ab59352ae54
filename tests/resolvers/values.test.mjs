// SPDX-License-Identifier: Apache-2.0
// What is stored and returned: ids, timestamps, defaults, null and missing fields.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiKey, guest, user } from './lib/callers.mjs';
import { assertConditionFailed, assertError, Model, ownedBy } from './lib/models.mjs';

const alice = user('alice');

test('a new item gets an id, both times and its type', async () => {
  const todo = await Model.of('todo', 'Todo');
  const { now } = todo;
  const { data } = await todo.create(apiKey, { content: 'x' });
  assert.match(data.id, /^[0-9a-f-]{36}$/);
  assert.deepEqual(data, { id: data.id, content: 'x', isDone: false, createdAt: now, updatedAt: now, __typename: 'Todo' });
  assert.deepEqual(await todo.items(), { [data.id]: data });
});

test('a given id is kept, and null stands for none', async () => {
  const todo = await Model.of('todo', 'Todo');
  assert.equal((await todo.create(apiKey, { id: 'mine' })).data.id, 'mine');
  assert.match((await todo.create(apiKey, { id: null })).data.id, /^[0-9a-f-]{36}$/);
  assertConditionFailed(await todo.create(apiKey, { id: 'mine' }));
});

test('the type that is stored is the model’s, whatever is sent', async () => {
  const key = await Model.of('rules', 'OwnKey');
  await key.create(alice, { id: '1', text: 'x', __typename: 'Other' });
  assert.equal((await key.items())['1'].__typename, 'OwnKey');
});

test('declared times may be set, and are filled when they are left out', async () => {
  const fields = await Model.of('rules', 'OwnFields');
  const { now } = fields;
  assert.equal((await fields.create(alice, { id: '1', createdAt: '2020-01-01T00:00:00Z' })).data.createdAt, '2020-01-01T00:00:00Z');
  assert.equal((await fields.items())['1'].updatedAt, now);
  assert.equal((await fields.update(alice, { id: '1', updatedAt: '2021-01-01T00:00:00Z' })).data.updatedAt, '2021-01-01T00:00:00Z');
});

const defaults = {
  anId: 'an-id',
  aString: 'hello world',
  anInteger: -42,
  aFloat: 3.25,
  aBoolean: true,
  aDate: '2020-01-31',
  aTime: '10:00:00.000Z',
  aDatetime: '2020-01-31T00:00:00Z',
  aTimestamp: 1577836800,
  anEmail: 'someone@example.com',
  aJson: [1, 2],
  aPhone: '+14155552671',
  aUrl: 'https://example.com/a?b=c',
  anIpAddress: '127.0.0.1',
  required: 'given',
};
const withoutGenerated = ({ id, createdAt, updatedAt, __typename, ...fields }) => fields;

test('defaults stand in for what is missing or null', async () => {
  const scalars = await Model.of('rules', 'DefaultScalar');
  const nulls = Object.fromEntries(Object.keys(defaults).map((field) => [field, null]));
  for (const input of [{}, nulls]) assert.deepEqual(withoutGenerated((await scalars.create(guest, input)).data), defaults);
});

test('defaults give way to values, the falsy ones too', async () => {
  const scalars = await Model.of('rules', 'DefaultScalar');
  const given = { aString: '', anInteger: 0, aFloat: 0, aBoolean: false, aJson: false };
  assert.deepEqual(withoutGenerated((await scalars.create(guest, given)).data), { ...defaults, ...given });
});

test('an update sets what it has, removes what is null and leaves the rest', async () => {
  const post = await Model.of('seed', 'Post');
  await post.store(ownedBy('alice', { id: '1', title: 'a', content: 'b', published: true }));
  const { now } = post;
  const { data } = await post.update(alice, { id: '1', title: 'A', content: null });
  assert.deepEqual(data, {
    id: '1', owner: 'alice', title: 'A', published: true, createdAt: 'before', updatedAt: now, __typename: 'Post',
  });
  assert.deepEqual((await post.items())['1'], { ...data, owner: 'sub-alice::alice' });
});

test('an update of nothing but the time, one of nulls alone, and one of the falsy', async () => {
  const post = await Model.of('seed', 'Post');
  await post.store(ownedBy('alice', { id: '1', title: 'a', content: 'b', published: true }));
  const { now } = post;
  assert.equal((await post.update(alice, { id: '1' })).data.updatedAt, now);
  assert.equal(Object.hasOwn((await post.update(alice, { id: '1', content: null })).data, 'content'), false);
  assert.deepEqual((await post.update(alice, { id: '1', title: '', published: false })).data.title, '');
  assert.equal((await post.items())['1'].published, false);
});

test('who may not delete may not take a value away either', async () => {
  const owned = await Model.of('rules', 'OwnerNoDelete');
  await owned.store(ownedBy('alice', { id: '1', text: 'x' }));
  assertError(await owned.update(alice, { id: '1', text: null }), 'Unauthorized', 'Unauthorized on [text]');
  assert.equal((await owned.items())['1'].text, 'x');
  assert.equal((await owned.update(alice, { id: '1', text: 'y' })).data.text, 'y');
});

test('a condition decides a create, an update and a delete', async () => {
  const todo = await Model.of('todo', 'Todo');
  await todo.store({ id: '1', content: 'a', isDone: false });
  assertConditionFailed(await todo.create(apiKey, { id: '2' }, { content: { eq: 'a' } }));
  assert.equal((await todo.create(apiKey, { id: '2' }, { content: { attributeExists: false } })).error, undefined);
  assertConditionFailed(await todo.update(apiKey, { id: '1', isDone: true }, { content: { ne: 'a' } }));
  assertConditionFailed(await todo.delete(apiKey, '1', { and: [{ isDone: { eq: false } }, { not: { content: { eq: 'a' } } }] }));
  assert.equal((await todo.delete(apiKey, '1', { or: [{ content: { eq: 'a' } }, { content: { eq: 'b' } }] })).data.content, 'a');
});

test('an empty condition is none', async () => {
  const todo = await Model.of('todo', 'Todo');
  assert.equal((await todo.create(apiKey, { id: '1' }, {})).error, undefined);
  assert.equal((await todo.update(apiKey, { id: '1', content: 'x' }, {})).data.content, 'x');
  assert.equal((await todo.delete(apiKey, '1', {})).data.content, 'x');
});

test('a field may be written and asked about in one request', async () => {
  const todo = await Model.of('todo', 'Todo');
  await todo.store({ id: '1', content: 'a' });
  assert.equal((await todo.update(apiKey, { id: '1', content: 'b' }, { content: { eq: 'a' } })).data.content, 'b');
  assert.equal(Object.hasOwn((await todo.update(apiKey, { id: '1', content: null }, { content: { eq: 'b' } })).data, 'content'), false);
});
