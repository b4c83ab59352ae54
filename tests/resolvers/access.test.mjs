// SPDX-License-Identifier: Apache-2.0
// Who may do what: every kind of caller, every operation, every model of the backend `rules`.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiKey, groupRole, guest, role, signedIn, stranger, user, userById } from './lib/callers.mjs';
import { assertUnauthorized, Model, ownedBy } from './lib/models.mjs';

const alice = user('alice');
const callers = { apiKey, guest, signedIn, groupRole, stranger, role, alice, aliceById: userById('alice') };

const operations = ['get', 'list', 'create', 'update', 'delete', 'listen'];
const read = ['get', 'list', 'listen'];
const users = (allowed) => ({ alice: allowed, aliceById: allowed });
const identities = (allowed) => ({ signedIn: allowed, groupRole: allowed });

/** What each caller may do; `role` may do everything, and who isn't named may do nothing. Items are Alice's. */
const allowed = {
  Scalar: users(operations),
  RequiredScalar: users(operations),
  ArrayScalar: { apiKey: operations },
  DefaultScalar: { guest: operations },
  Ticket: { ...users(operations), guest: read },
  OwnerNoDelete: users(['create', 'update', ...read]),
  OwnerGetOnly: users(['get']),
  ReadOnly: { apiKey: read },
  GetOnly: users(['get']),
  ListOnly: { guest: ['list'] },
  ListenOnly: { apiKey: ['listen'] },
  EveryField: { apiKey: operations },
  CreateOnly: users(['create']),
  UpdateDelete: { guest: ['update', 'delete'] },
  OwnerListListen: users(['list', 'listen']),
  OwnerAndReaders: { ...users(operations), apiKey: ['get', 'list'] },
  EachItsOwn: { ...users(['create', 'update', 'delete', 'listen']), apiKey: ['get'], guest: ['list'] },
  AnyIdentity: { ...users(operations), ...identities(operations), guest: ['get', 'list'] },
  SignedInIdentity: identities(['create', ...read]),
  OwnKey: { ...users(operations), apiKey: read },
  OwnFields: { ...users(operations), apiKey: operations },
};

const stored = ownedBy('alice', { id: '1', text: 'old' });

const attempts = {
  get: (model, caller) => [model.get(caller, '1')],
  list: (model, caller) => [model.list(caller)],
  create: (model, caller) => [model.create(caller, { id: '2', text: 'new' })],
  update: (model, caller) => [model.update(caller, { id: '1', text: 'new' })],
  delete: (model, caller) => [model.delete(caller, '1')],
  listen: (model, caller) => ['Create', 'Update', 'Delete'].map((verb) => model.call(`Subscription.on${verb}${model.name}`, caller)),
};

for (const [name, permissions] of Object.entries(allowed)) {
  test(`${name}: each caller may do what its rules say`, async () => {
    for (const [who, caller] of Object.entries(callers)) {
      for (const operation of operations) {
        const model = await Model.of('rules', name);
        await model.store(stored);
        const before = await model.items();
        const may = who === 'role' || permissions[who]?.includes(operation);
        for (const attempt of attempts[operation](model, caller)) {
          const answer = await attempt;
          if (may) {
            assert.equal(answer.error, undefined, `${who} may not ${operation}`);
          } else {
            assertUnauthorized(answer);
            assert.deepEqual(await model.items(), before, `${who} was refused, but ${operation} changed the table`);
          }
        }
      }
    }
  });
}

test('a model is as open when the API key is the default', async () => {
  const todo = await Model.of('todo', 'Todo');
  assert.equal((await todo.create(apiKey, { id: '1', content: 'x' })).error, undefined);
  for (const caller of [guest, signedIn, alice]) assertUnauthorized(await todo.get(caller, '1'));
});

test('every model of the backend is covered', async () => {
  const { api } = await Model.of('rules', 'Scalar');
  assert.deepEqual(api.description.tables.map(({ TableName }) => TableName.split('-')[0]).sort(), Object.keys(allowed).sort());
});
