// SPDX-License-Identifier: Apache-2.0
// Deleted items are not there, until they are restored.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiKey, role, user } from './lib/callers.mjs';
import { assertConditionFailed, assertUnauthorized, idsOf, Model, ownedBy } from './lib/models.mjs';

const alice = user('alice');
const bob = user('bob');
const gone = { deletedAt: '2029-12-31T00:00:00.000Z' };

async function notes() {
  const note = await Model.of('options', 'Note');
  await note.store(ownedBy('alice', { id: 'here', text: 'x', color: 'red', boardId: 'b', version: 1 }));
  await note.store(ownedBy('alice', { id: 'gone', text: 'x', color: 'red', boardId: 'b', version: 1, ...gone }));
  await note.store(ownedBy('bob', { id: 'bobs', text: 'x', color: 'red', boardId: 'b', version: 1, ...gone }));
  return note;
}

test('delete keeps the item, with the time', async () => {
  const note = await notes();
  const { now } = note;
  const { data } = await note.delete(alice, 'here');
  assert.deepEqual([data.deletedAt, data.updatedAt, data.text], [now, now, 'x']);
  assert.equal((await note.items()).here.deletedAt, now);
});

test('get, list and queries of indexes leave deleted items out', async () => {
  const note = await notes();
  assert.equal((await note.get(alice, 'here')).data.id, 'here');
  for (const caller of [alice, bob, role]) assert.equal((await note.get(caller, 'gone')).data, null);
  assert.deepEqual(idsOf(await note.list(alice)), ['here']);
  assert.deepEqual(idsOf(await note.list(role)), ['here']);
  assert.deepEqual(idsOf(await note.call('Query.notesByColor', alice, { color: 'red' })), ['here']);
});

test('relations leave deleted items out', async () => {
  const note = await notes();
  const from = (field, caller, id) => note.call(field, caller, {}, id);
  assert.deepEqual(idsOf(await from('Board.notes', alice, { id: 'b' })), ['here']);
  const board = new Model(note.api, 'Board');
  await board.store({ id: 'b', ...gone });
  assert.equal((await from('Note.board', alice, { boardId: 'b' })).data, null);
  const cover = new Model(note.api, 'Cover');
  await cover.store(ownedBy('alice', { id: '1', boardId: 'b', ...gone }));
  for (const caller of [alice, bob, role]) assert.equal((await from('Board.cover', caller, { id: 'b' })).data, null);
  await cover.store(ownedBy('alice', { id: '2', boardId: 'b' }));
  assert.equal((await from('Board.cover', alice, { id: 'b' })).data.id, '2');
  assertUnauthorized(await from('Board.cover', bob, { id: 'b' }));
});

test('a deleted item can be neither changed nor deleted again', async () => {
  const note = await notes();
  const before = await note.items();
  for (const caller of [alice, role]) {
    assertConditionFailed(await note.update(caller, { id: 'gone', version: 1, text: 'y' }));
    assertConditionFailed(await note.update(caller, { id: 'gone', version: 7, text: 'y' }));
    assertConditionFailed(await note.delete(caller, 'gone'));
  }
  assertUnauthorized(await note.update(bob, { id: 'gone', version: 1 }));
  assert.deepEqual(await note.items(), before);
});

test('the key of a deleted item stays taken', async () => {
  const note = await notes();
  assertConditionFailed(await note.create(alice, { id: 'gone', text: 'new' }));
});

test('whoever may delete sees what is deleted, restores it and purges it', async () => {
  const note = await notes();
  assert.deepEqual(idsOf(await note.call('Query.listDeletedNotes', alice, {})), ['gone']);
  assert.deepEqual(idsOf(await note.call('Query.listDeletedNotes', role, {})), ['bobs', 'gone']);
  const { data } = await note.call('Mutation.restoreNote', alice, { id: 'gone' });
  assert.deepEqual([data.deletedAt ?? null, data.version, data.owner], [null, 2, 'alice']);
  assert.equal((await note.get(alice, 'gone')).data.id, 'gone');
  assertUnauthorized(await note.call('Mutation.restoreNote', alice, { id: 'bobs' }));
  assertUnauthorized(await note.call('Mutation.purgeNote', alice, { id: 'bobs' }));
  assert.equal((await note.call('Mutation.purgeNote', bob, { id: 'bobs' })).data.id, 'bobs');
  assert.deepEqual(Object.keys(await note.items()).sort(), ['gone', 'here']);
});

test('what is not deleted is neither restored nor purged', async () => {
  const note = await notes();
  for (const verb of ['restore', 'purge']) {
    assertConditionFailed(await note.call(`Mutation.${verb}Note`, alice, { id: 'here' }));
    assertConditionFailed(await note.call(`Mutation.${verb}Note`, role, { id: 'none' }));
  }
  assert.equal((await note.items()).here.text, 'x');
});

test('who may only read does not see what is deleted', async () => {
  const reading = await Model.of('options', 'Reading');
  const key = { device: 'd', day: '2030-01-01', seq: 1 };
  await reading.create(alice, { ...key, kind: 'k', value: 1 });
  assert.equal((await reading.call('Query.listReadings', apiKey, { device: 'd' })).data.items.length, 1);
  await reading.call('Mutation.deleteReading', alice, { input: key });
  for (const args of [{}, { device: 'd' }]) {
    assert.equal((await reading.call('Query.listReadings', apiKey, args)).data.items.length, 0);
  }
  assert.equal((await reading.call('Query.readingsByKind', apiKey, { kind: 'k' })).data.items.length, 0);
  assertUnauthorized(await reading.call('Query.listDeletedReadings', apiKey, {}));
  assertUnauthorized(await reading.call('Mutation.restoreReading', apiKey, key));
  assert.equal((await reading.call('Mutation.restoreReading', alice, key)).data.revision, 3);
  assert.equal((await reading.call('Query.readingsByKind', apiKey, { kind: 'k' })).data.items.length, 1);
});

test('subscribers of created items get restored ones', async () => {
  const note = await notes();
  const { schema } = note.api.description;
  assert.match(schema, /onCreateNote\([^)]*\): Note @aws_subscribe\(mutations: \["createNote", "restoreNote"\]\)/);
});
