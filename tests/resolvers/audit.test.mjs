// SPDX-License-Identifier: Apache-2.0
// Items tell who made them and who changed them last.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authorized, identities, oidcUser, role as roleOf } from '../behaviour/appsync/callers.mjs';
import { deployment } from '../behaviour/deployment.mjs';
import { ours } from '../conformance/lib/backends.mjs';
import { apiKey, role, user, userById } from './lib/callers.mjs';
import { Model, ownedBy } from './lib/models.mjs';

const { guest, signedIn } = identities(deployment(ours('options')));
const alice = user('alice');
const roleArn = 'arn:aws:sts::123456789012:assumed-role/function-role/session';

/** What is stored, and what clients see. */
const callers = {
  user: [alice, 'sub-alice::alice', 'alice'],
  'user with an ID token': [userById('alice'), 'sub-alice::alice', 'alice'],
  'user of a provider': [oidcUser('o1'), 'o1', 'o1'],
  'user of a provider with a name': [oidcUser('o1', { username: 'olga' }), 'o1::olga', 'olga'],
  guest: [guest, 'us-east-1:caller', 'us-east-1:caller'],
  'signed-in identity': [signedIn, 'us-east-1:caller', 'us-east-1:caller'],
  role: [role, roleArn, roleArn],
  'authorizer that tells who': [authorized({ sub: 'partner' }), 'partner', 'partner'],
  authorizer: [authorized(), null, undefined],
  'API key': [apiKey, null, undefined],
};

for (const [name, [caller, stored, shown]] of Object.entries(callers)) {
  test(`made and changed by: ${name}`, async () => {
    const visit = await Model.of('options', 'Visit');
    const { data } = await visit.create(caller, { page: 'x' });
    assert.deepEqual([data.createdBy, data.updatedBy], [shown, shown]);
    const item = (await visit.items())[data.id];
    assert.deepEqual([item.createdBy ?? null, item.updatedBy ?? null], [stored, stored]);
    await visit.store({ id: '1', page: 'x', createdBy: 'sub-bob::bob', updatedBy: 'sub-bob::bob' });
    const changed = (await visit.update(caller, { id: '1', page: 'y' })).data;
    assert.deepEqual([changed.createdBy, changed.updatedBy], ['bob', shown]);
    assert.equal((await visit.items())['1'].updatedBy ?? null, stored);
  });
}

test('every way of reading shows the same', async () => {
  const note = await Model.of('options', 'Note');
  await note.store(ownedBy('alice', { id: '1', text: 'x', color: 'red', createdBy: 'sub-bob::bob', updatedBy: roleArn }));
  const answers = [
    (await note.get(alice, '1')).data,
    (await note.list(alice)).data.items[0],
    (await note.call('Query.notesByColor', alice, { color: 'red' })).data.items[0],
  ];
  for (const { createdBy, updatedBy } of answers) assert.deepEqual([createdBy, updatedBy], ['bob', roleArn]);
});

test('an index finds items by who made them, and none that nobody is known to have made', async () => {
  const note = await Model.of('options', 'Note');
  await note.create(alice, { text: 'x' });
  const made = (caller, createdBy) => note.call('Query.notesByCreator', caller, { createdBy });
  assert.equal((await made(alice, 'sub-alice::alice')).data.items.length, 1);
  assert.equal((await made(alice, 'sub-bob::bob')).data.items.length, 0);
});

test('a deletion and a restoration are changes', async () => {
  const note = await Model.of('options', 'Note');
  await note.store(ownedBy('alice', { id: '1', text: 'x', createdBy: 'sub-bob::bob', updatedBy: 'sub-bob::bob' }));
  assert.equal((await note.delete(alice, '1')).data.updatedBy, 'alice');
  assert.equal((await note.call('Mutation.restoreNote', role, { id: '1' })).data.updatedBy, roleArn);
  assert.equal((await note.items())['1'].createdBy, 'sub-bob::bob');
});

test('another role of the account is told apart', async () => {
  const visit = await Model.of('options', 'Visit');
  const { data } = await visit.create(roleOf('other'), { page: 'x' });
  assert.match(data.createdBy, /assumed-role\/other\//);
});
