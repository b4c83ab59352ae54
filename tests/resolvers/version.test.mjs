// SPDX-License-Identifier: Apache-2.0
// A change is of a version, and refused when the item has another one by then.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { role, user } from './lib/callers.mjs';
import { assertConditionFailed, assertError, assertUnauthorized, Model, ownedBy } from './lib/models.mjs';

const alice = user('alice');
const bob = user('bob');

async function noteOf(name, item = {}) {
  const note = await Model.of('options', 'Note');
  await note.store(ownedBy(name, { id: '1', text: 'x', version: 3, ...item }));
  return note;
}

const assertConflict = (answer) => assertError(answer, 'VersionConflict', 'The item has another version by now');

test('a new item has version 1, and each change counts', async () => {
  const note = await Model.of('options', 'Note');
  const { data } = await note.create(alice, { text: 'x' });
  assert.equal(data.version, 1);
  assert.equal((await note.update(alice, { id: data.id, version: 1, text: 'y' })).data.version, 2);
  assert.equal((await note.update(alice, { id: data.id, version: 2 })).data.version, 3);
  assert.equal((await note.items())[data.id].version, 3);
});

test('a change of another version changes nothing', async () => {
  const note = await noteOf('alice');
  const before = await note.items();
  for (const version of [0, 2, 4]) assertConflict(await note.update(alice, { id: '1', version, text: 'y' }));
  assertConflict(await note.call('Mutation.deleteNote', alice, { input: { id: '1', version: 2 } }));
  assert.deepEqual(await note.items(), before);
});

test('of two changes of one version, the second is refused', async () => {
  const note = await noteOf('alice');
  const answers = await Promise.all(['a', 'b'].map((text) => note.update(alice, { id: '1', version: 3, text })));
  assert.equal(answers.filter(({ data }) => data).length, 1);
  assertConflict(answers.find(({ error }) => error));
});

test('the other conditions have their own errors', async () => {
  const note = await noteOf('alice');
  assertUnauthorized(await note.update(bob, { id: '1', version: 2 }));
  assertUnauthorized(await note.update(bob, { id: '1', version: 3 }));
  assertUnauthorized(await note.update(alice, { id: 'none', version: 3 }));
  assertConditionFailed(await note.update(role, { id: 'none', version: 3 }));
  assertConditionFailed(await note.update(alice, { id: '1', version: 3 }, { text: { eq: 'z' } }));
});

test('a delete that names no version deletes any', async () => {
  for (const input of [{ id: '1' }, { id: '1', version: null }, { id: '1', version: 3 }]) {
    const note = await noteOf('alice');
    assert.equal((await note.call('Mutation.deleteNote', alice, { input })).data.version, 4);
  }
});

test('an item from before there were versions has version 0', async () => {
  const note = await noteOf('alice', { version: undefined });
  assert.equal((await note.get(alice, '1')).data.version, 0);
  assertConflict(await note.update(alice, { id: '1', version: 1 }));
  assert.equal((await note.update(alice, { id: '1', version: 0 })).data.version, 1);
  assertConflict(await note.update(alice, { id: '1', version: 0 }));
});

test('one request to DynamoDB, and one more to tell of a conflict', async () => {
  const note = await noteOf('alice');
  const actions = async (version) => {
    const before = note.api.calls.length;
    await note.update(alice, { id: '1', version });
    return note.api.calls.slice(before).map(({ action }) => action);
  };
  assert.deepEqual(await actions(3), ['UpdateItem']);
  assert.deepEqual(await actions(3), ['UpdateItem', 'GetItem']);
});

test('the version needs no right of its own, beside rules of fields', async () => {
  const salary = await Model.of('options', 'Salary');
  await salary.store(ownedBy('alice', { id: '1', name: 'x', amount: 3, version: 1 }));
  assert.equal((await salary.update(alice, { id: '1', version: 1, name: 'y' })).data.version, 2);
  assertConflict(await salary.update(alice, { id: '1', version: 1, name: 'z' }));
  assertError(await salary.update(alice, { id: '1', version: 2, amount: 4 }), 'Unauthorized', 'Unauthorized on [amount]');
  const { data } = await salary.update(user('carol', { groups: ['HR'] }), { id: '1', version: 2, amount: 4 });
  assert.deepEqual([data.version, data.amount], [3, 4]);
});

test('by another name and a composite key', async () => {
  const reading = await Model.of('options', 'Reading');
  const key = { device: 'd', day: '2030-01-01', seq: 1 };
  assert.equal((await reading.create(alice, { ...key, value: 1 })).data.revision, 1);
  assert.equal((await reading.update(alice, { ...key, revision: 1, value: 2 })).data.revision, 2);
  assertConflict(await reading.update(alice, { ...key, revision: 1, value: 3 }));
});

test('items that handlers give as they are stored show a version too', async () => {
  const memo = await Model.of('options', 'Memo');
  await memo.store({ id: '1', text: 'x' });
  const { data } = await memo.call('Memo.version', alice, {}, { id: '1' });
  assert.equal(data, 0);
});
