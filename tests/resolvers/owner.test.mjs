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
  model.store(ownedBy(name, { id: '1', title: 'secret', published: false }));
  return model;
}

test('an item is stored with its owner by sub and name, and shows the name alone', async () => {
  for (const caller of [alice, userById('alice')]) {
    const post = await posts();
    const { data } = post.create(caller, { title: 'x' });
    assert.equal(data.owner, 'alice');
    assert.equal(post.items[data.id].owner, 'sub-alice::alice');
    assert.equal(post.get(caller, data.id).data.owner, 'alice');
    assert.equal(post.list(caller).data.items[0].owner, 'alice');
    assert.equal(post.update(caller, { id: data.id, title: 'y' }).data.owner, 'alice');
    assert.equal(post.delete(caller, data.id).data.owner, 'alice');
  }
});

test('whoever is no user leaves no owner, and owns nothing', async () => {
  const post = await posts();
  const { data } = post.create(role, { title: 'x' });
  assert.equal(Object.hasOwn(post.items[data.id], 'owner'), false);
  assertUnauthorized(post.get(alice, data.id));
  assert.deepEqual(idsOf(post.list(alice)), []);
  assert.equal(post.get(role, data.id).data.owner, undefined);
});

test('a declared owner field may name the caller in any form, and no one else', async () => {
  for (const owner of ['sub-alice::alice', 'sub-alice', 'alice']) {
    const fields = await Model.of('rules', 'OwnFields');
    assert.equal(fields.create(alice, { id: '1', owner }).error, undefined);
    assert.equal(fields.items['1'].owner, owner);
  }
  for (const owner of ['sub-bob::bob', 'bob', 'sub-alice::bob', '', null]) {
    const fields = await Model.of('rules', 'OwnFields');
    assertUnauthorized(fields.create(alice, { id: '1', owner }));
    assert.deepEqual(fields.items, {});
  }
});

test('a declared owner field is filled when it is left out, and free to those whom another rule lets in', async () => {
  const fields = await Model.of('rules', 'OwnFields');
  assert.equal(fields.create(alice, { id: '1' }).data.owner, 'alice');
  assert.equal(fields.items['1'].owner, 'sub-alice::alice');
  assert.equal(fields.create(apiKey, { id: '2', owner: 'bob' }).error, undefined);
  assert.equal(fields.create(apiKey, { id: '3' }).error, undefined);
  assert.equal(Object.hasOwn(fields.items['3'], 'owner'), false);
});

test('an owner is recognized by each stored form', async () => {
  for (const owner of ['sub-alice::alice', 'sub-alice', 'alice']) {
    const post = await posts();
    post.store({ id: '1', owner, title: 'x' });
    assert.equal(post.get(alice, '1').data.title, 'x');
    assert.deepEqual(idsOf(post.list(alice)), ['1']);
    assert.equal(post.update(alice, { id: '1', title: 'y' }).data.title, 'y');
    assert.equal(post.delete(alice, '1').data.title, 'y');
  }
});

test("another's item is refused without a word about it", async () => {
  const post = await postOf('bob');
  const before = post.items;
  const answers = [
    post.get(alice, '1'),
    post.update(alice, { id: '1', title: 'mine' }),
    post.update(alice, { id: '1', title: 'mine' }, { title: { eq: 'secret' } }),
    post.update(alice, { id: '1', title: 'mine' }, { title: { eq: 'other' } }),
    post.delete(alice, '1'),
    post.delete(alice, '1', { title: { eq: 'secret' } }),
    post.delete(alice, '1', { title: { eq: 'other' } }),
  ];
  for (const answer of answers) {
    assertUnauthorized(answer);
    assert.doesNotMatch(JSON.stringify({ ...answer.error }), /secret|bob/);
  }
  assert.deepEqual(post.items, before);
});

test("an owner's own condition may fail", async () => {
  const post = await postOf('alice');
  assertConditionFailed(post.update(alice, { id: '1', title: 'new' }, { title: { eq: 'other' } }));
  assertConditionFailed(post.delete(alice, '1', { published: { eq: true } }));
  assert.equal(post.items['1'].title, 'secret');
  assert.equal(post.update(alice, { id: '1', title: 'new' }, { title: { eq: 'secret' } }).data.title, 'new');
  assert.equal(post.delete(alice, '1', { published: { eq: false } }).data.title, 'new');
});

test('a missing item is nobody’s: no answer to get, no right to change it', async () => {
  const post = await posts();
  assert.deepEqual(post.get(alice, '1'), { data: null });
  assertUnauthorized(post.update(alice, { id: '1', title: 'x' }));
  assertUnauthorized(post.delete(alice, '1'));
  assertConditionFailed(post.update(role, { id: '1', title: 'x' }));
  assertConditionFailed(post.delete(role, '1'));
  assert.deepEqual(post.items, {});
});

test('an id can be taken once, whoever has it', async () => {
  const post = await postOf('bob');
  assertConditionFailed(post.create(alice, { id: '1', title: 'mine' }));
  assert.equal(post.items['1'].owner, 'sub-bob::bob');
});

test('others read by a rule of their own, and still change nothing', async () => {
  const shared = await Model.of('rules', 'OwnerAndReaders');
  shared.store(ownedBy('alice', { id: '1', text: 'x' }));
  for (const caller of [bob, apiKey]) {
    assert.equal(shared.get(caller, '1').data.owner, 'alice');
    assert.deepEqual(idsOf(shared.list(caller)), ['1']);
    assertUnauthorized(shared.update(caller, { id: '1', text: 'y' }));
    assertUnauthorized(shared.delete(caller, '1'));
  }
});

test('an owner may hand an item over', async () => {
  const fields = await Model.of('rules', 'OwnFields');
  fields.store(ownedBy('alice', { id: '1' }));
  assert.equal(fields.update(alice, { id: '1', owner: 'bob' }).data.owner, 'bob');
  assertUnauthorized(fields.update(alice, { id: '1', text: 'mine again' }));
});
