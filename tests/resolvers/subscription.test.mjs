// SPDX-License-Identifier: Apache-2.0
// Subscriptions: who gets which events.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiKey, guest, user } from './lib/callers.mjs';
import { Model } from './lib/models.mjs';

const alice = user('alice');
const bob = user('bob');
// As mutations return them: the owner by name.
const events = [
  { id: '1', owner: 'alice', text: 'a', title: 'a' },
  { id: '2', owner: 'bob', text: 'a', title: 'a' },
  { id: '3', owner: 'alice', text: 'b', title: 'b' },
];

const verbs = ['Create', 'Update', 'Delete'];

async function received(backend, name, caller, args = {}) {
  const model = await Model.of(backend, name);
  const [first, ...others] = await Promise.all(verbs.map(async (verb) => (await model.listen(verb, caller, args, events)).map(({ id }) => id)));
  for (const other of others) assert.deepEqual(other, first);
  return first;
}

const refused = { type: 'Unauthorized' };

test('an owner hears of the own items', async () => {
  assert.deepEqual(await received('seed', 'Post', alice), ['1', '3']);
  assert.deepEqual(await received('seed', 'Post', bob), ['2']);
  assert.deepEqual(await received('seed', 'Post', user('carol')), []);
});

test('an owner may name itself', async () => {
  assert.deepEqual(await received('seed', 'Post', alice, { owner: 'alice' }), ['1', '3']);
  assert.deepEqual(await received('seed', 'Post', alice, { owner: 'alice', filter: { title: { eq: 'a' } } }), ['1']);
});

test('naming another is refused', async () => {
  for (const owner of ['bob', 'sub-bob', 'sub-bob::bob']) {
    await assert.rejects(received('seed', 'Post', alice, { owner }), refused);
    await assert.rejects(received('seed', 'Post', alice, { owner, filter: { title: { eq: 'a' } } }), refused);
  }
});

test('an empty or null owner is none', async () => {
  for (const owner of ['', null]) {
    const heard = await received('seed', 'Post', alice, { owner });
    assert.deepEqual(heard, ['1', '3']);
  }
});

test('a filter narrows and never widens', async () => {
  assert.deepEqual(await received('seed', 'Post', alice, { filter: { title: { eq: 'a' } } }), ['1']);
  assert.deepEqual(await received('seed', 'Post', alice, { filter: { owner: { eq: 'bob' } } }), []);
  const either = { or: [{ owner: { eq: 'bob' } }, { title: { eq: 'b' } }] };
  assert.deepEqual(await received('seed', 'Post', alice, { filter: either }), ['3']);
  assert.deepEqual(await received('seed', 'Post', alice, { filter: {} }), ['1', '3']);
});

test('who may read all hears of all, up to a filter', async () => {
  assert.deepEqual(await received('rules', 'ReadOnly', apiKey), ['1', '2', '3']);
  assert.deepEqual(await received('rules', 'ReadOnly', apiKey, { filter: { text: { eq: 'b' } } }), ['3']);
  assert.deepEqual(await received('rules', 'Ticket', guest, { filter: {} }), ['1', '2', '3']);
  assert.deepEqual(await received('rules', 'OwnerAndReaders', bob), ['1', '2', '3']);
  assert.deepEqual(await received('rules', 'OwnerAndReaders', bob, { filter: { text: { eq: 'b' } } }), ['3']);
});

test('who may read all may follow any owner', async () => {
  assert.deepEqual(await received('rules', 'OwnerAndReaders', bob, { owner: 'alice' }), ['1', '3']);
});
