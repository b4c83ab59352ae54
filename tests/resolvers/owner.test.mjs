// SPDX-License-Identifier: Apache-2.0
// Items belong to whoever created them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiKey, role, user, userById } from './lib/callers.mjs';
import { assertConditionFailed, assertUnauthorized, idsOf, Model, ownedBy } from './lib/models.mjs';

const alice = user('alice');
const bob = user('bob');
const posts = () => Model.of('seed', 'Post');

async function postOf(name) {
  const model = await posts();
  await model.store(ownedBy(name, { id: '1', title: 'secret', published: false }));
  return model;
}

test('an item is stored with its owner by sub and name, and shows the name alone', async () => {
  for (const caller of [alice, userById('alice')]) {
    const post = await posts();
    const { data } = await post.create(caller, { title: 'x' });
    assert.equal(data.owner, 'alice');
    assert.equal((await post.items())[data.id].owner, 'sub-alice::alice');
    assert.equal((await post.get(caller, data.id)).data.owner, 'alice');
    assert.equal((await post.list(caller)).data.items[0].owner, 'alice');
    assert.equal((await post.update(caller, { id: data.id, title: 'y' })).data.owner, 'alice');
    assert.equal((await post.delete(caller, data.id)).data.owner, 'alice');
  }
});

test('whoever is no user leaves no owner, and owns nothing', async () => {
  const post = await posts();
  const { data } = await post.create(role, { title: 'x' });
  assert.equal(Object.hasOwn((await post.items())[data.id], 'owner'), false);
  assertUnauthorized(await post.get(alice, data.id));
  assert.deepEqual(idsOf(await post.list(alice)), []);
  assert.equal((await post.get(role, data.id)).data.owner, undefined);
});

test('a declared owner field may name the caller in any form, and no one else', async () => {
  for (const owner of ['sub-alice::alice', 'sub-alice', 'alice']) {
    const fields = await Model.of('rules', 'OwnFields');
    assert.equal((await fields.create(alice, { id: '1', owner })).error, undefined);
    assert.equal((await fields.items())['1'].owner, owner);
  }
  for (const owner of ['sub-bob::bob', 'bob', 'sub-alice::bob', '', null]) {
    const fields = await Model.of('rules', 'OwnFields');
    assertUnauthorized(await fields.create(alice, { id: '1', owner }));
    assert.deepEqual(await fields.items(), {});
  }
});

test('a declared owner field is filled when it is left out, and free to those whom another rule lets in', async () => {
  const fields = await Model.of('rules', 'OwnFields');
  assert.equal((await fields.create(alice, { id: '1' })).data.owner, 'alice');
  assert.equal((await fields.items())['1'].owner, 'sub-alice::alice');
  assert.equal((await fields.create(apiKey, { id: '2', owner: 'bob' })).error, undefined);
  assert.equal((await fields.create(apiKey, { id: '3' })).error, undefined);
  assert.equal(Object.hasOwn((await fields.items())['3'], 'owner'), false);
});

test('an owner is recognized by each stored form', async () => {
  for (const owner of ['sub-alice::alice', 'sub-alice', 'alice']) {
    const post = await posts();
    await post.store({ id: '1', owner, title: 'x' });
    assert.equal((await post.get(alice, '1')).data.title, 'x');
    assert.deepEqual(idsOf(await post.list(alice)), ['1']);
    assert.equal((await post.update(alice, { id: '1', title: 'y' })).data.title, 'y');
    assert.equal((await post.delete(alice, '1')).data.title, 'y');
  }
});

test("another's item is refused without a word about it", async () => {
  const post = await postOf('bob');
  const before = await post.items();
  const answers = [
    await post.get(alice, '1'),
    await post.update(alice, { id: '1', title: 'mine' }),
    await post.update(alice, { id: '1', title: 'mine' }, { title: { eq: 'secret' } }),
    await post.update(alice, { id: '1', title: 'mine' }, { title: { eq: 'other' } }),
    await post.delete(alice, '1'),
    await post.delete(alice, '1', { title: { eq: 'secret' } }),
    await post.delete(alice, '1', { title: { eq: 'other' } }),
  ];
  for (const answer of answers) {
    assertUnauthorized(answer);
    assert.doesNotMatch(JSON.stringify({ ...answer.error }), /secret|bob/);
  }
  assert.deepEqual(await post.items(), before);
});

test("an owner's own condition may fail", async () => {
  const post = await postOf('alice');
  assertConditionFailed(await post.update(alice, { id: '1', title: 'new' }, { title: { eq: 'other' } }));
  assertConditionFailed(await post.delete(alice, '1', { published: { eq: true } }));
  assert.equal((await post.items())['1'].title, 'secret');
  assert.equal((await post.update(alice, { id: '1', title: 'new' }, { title: { eq: 'secret' } })).data.title, 'new');
  assert.equal((await post.delete(alice, '1', { published: { eq: false } })).data.title, 'new');
});

test('a missing item is nobody’s: no answer to get, no right to change it', async () => {
  const post = await posts();
  assert.deepEqual(await post.get(alice, '1'), { data: null });
  assertUnauthorized(await post.update(alice, { id: '1', title: 'x' }));
  assertUnauthorized(await post.delete(alice, '1'));
  assertConditionFailed(await post.update(role, { id: '1', title: 'x' }));
  assertConditionFailed(await post.delete(role, '1'));
  assert.deepEqual(await post.items(), {});
});

test('an id can be taken once, whoever has it', async () => {
  const post = await postOf('bob');
  assertConditionFailed(await post.create(alice, { id: '1', title: 'mine' }));
  assert.equal((await post.items())['1'].owner, 'sub-bob::bob');
});

test('others read by a rule of their own, and still change nothing', async () => {
  const shared = await Model.of('rules', 'OwnerAndReaders');
  await shared.store(ownedBy('alice', { id: '1', text: 'x' }));
  for (const caller of [bob, apiKey]) {
    assert.equal((await shared.get(caller, '1')).data.owner, 'alice');
    assert.deepEqual(idsOf(await shared.list(caller)), ['1']);
    assertUnauthorized(await shared.update(caller, { id: '1', text: 'y' }));
    assertUnauthorized(await shared.delete(caller, '1'));
  }
});

test('an owner may hand an item over', async () => {
  const fields = await Model.of('rules', 'OwnFields');
  await fields.store(ownedBy('alice', { id: '1' }));
  assert.equal((await fields.update(alice, { id: '1', owner: 'bob' })).data.owner, 'bob');
  assertUnauthorized(await fields.update(alice, { id: '1', text: 'mine again' }));
});
