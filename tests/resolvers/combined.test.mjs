// SPDX-License-Identifier: Apache-2.0
// Rules with several parts: only those are let in to whom each part applies.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guest, role, signedIn, user } from './lib/callers.mjs';
import { assertUnauthorized, idsOf, Model, ownedBy } from './lib/models.mjs';

const member = (name, tenant, ...groups) => user(name, { groups, claims: tenant ? { 'custom:tenant': tenant } : {} });
const editor = member('ann', 'acme', 'Editors');
const auditor = member('bob', 'acme', 'Auditors');
const stranger = member('cleo', 'acme');
const foreigner = member('dan', 'bolt', 'Editors');
const homeless = member('eve', null, 'Editors');
const admin = member('fay', null, 'Admins');

test('a group and a tenant: both are asked for', async () => {
  const report = await Model.of('combined', 'Report');
  await report.store({ id: '1', tenant: 'acme', title: 'a' });
  await report.store({ id: '2', tenant: 'bolt', title: 'b' });
  for (const caller of [editor, auditor]) {
    assert.equal((await report.get(caller, '1')).data.title, 'a');
    assertUnauthorized(await report.get(caller, '2'));
    assert.deepEqual(idsOf(await report.list(caller)), ['1']);
    assert.equal((await report.update(caller, { id: '1', title: 'a' })).error, undefined);
    assertUnauthorized(await report.update(caller, { id: '2', title: 'x' }));
    assertUnauthorized(await report.delete(caller, '2'));
    assertUnauthorized(await report.create(caller, { title: 'x', tenant: 'bolt' }));
  }
  for (const caller of [stranger, homeless, guest, signedIn]) {
    for (const answer of [
      report.get(caller, '1'),
      report.list(caller),
      report.create(caller, { title: 'x', tenant: 'acme' }),
      report.update(caller, { id: '1', title: 'x' }),
      report.delete(caller, '1'),
    ]) assertUnauthorized(await answer);
  }
  assert.deepEqual(idsOf(await report.list(foreigner)), ['2']);
  assert.deepEqual(idsOf(await report.list(admin)), ['1', '2']);
  assertUnauthorized(await report.update(admin, { id: '1', title: 'x' }));
  assert.deepEqual(idsOf(await report.list(role)), ['1', '2']);
  assert.deepEqual(Object.values(await report.items()).map(({ title }) => title).sort(), ['a', 'b']);
});

test('what is left out of the input is filled with what is asked for', async () => {
  const report = await Model.of('combined', 'Report');
  const { data } = await report.create(editor, { title: 'x' });
  assert.equal((await report.items())[data.id].tenant, 'acme');

  const contract = await Model.of('combined', 'Contract');
  const { id } = (await contract.create(editor, { title: 'x' })).data;
  const { owner, tenant } = (await contract.items())[id];
  assert.deepEqual([owner, tenant], ['sub-ann::ann', 'acme']);
  assertUnauthorized(await contract.create(editor, { title: 'x', tenant: 'bolt' }));
  assertUnauthorized(await contract.create(homeless, { title: 'x' }));
});

test('the items of a tenant come from its index', async () => {
  const report = await Model.of('combined', 'Report');
  const titles = ['e', 'b', 'd', 'a', 'c'];
  for (const title of titles) await report.store({ id: `${title}1`, tenant: 'acme', title });
  await report.store({ id: 'x', tenant: 'bolt', title: 'x' });
  const read = async (caller) => (await report.list(caller)).data.items.map(({ title }) => title);
  assert.deepEqual(await read(editor), titles.toSorted());
  assert.notDeepEqual(await read(admin), [...titles, 'x'].toSorted(), 'a scan has no order');
});

test('an owner and a tenant: both are asked of the item', async () => {
  const contract = await Model.of('combined', 'Contract');
  await contract.store(ownedBy('ann', { id: '1', tenant: 'acme', title: 'own' }));
  await contract.store(ownedBy('ann', { id: '2', tenant: 'bolt', title: 'of another tenant' }));
  await contract.store(ownedBy('bob', { id: '3', tenant: 'acme', title: 'of a colleague' }));
  assert.deepEqual(idsOf(await contract.list(editor)), ['1']);
  assert.equal((await contract.get(editor, '1')).data.owner, 'ann');
  for (const id of ['2', '3']) {
    assertUnauthorized(await contract.get(editor, id));
    assertUnauthorized(await contract.update(editor, { id, title: 'x' }));
    assertUnauthorized(await contract.delete(editor, id));
  }
  assert.equal((await contract.update(editor, { id: '1', title: 'changed' })).data.title, 'changed');
  assert.equal((await contract.delete(editor, '1')).data.title, 'changed');
  assert.deepEqual(Object.keys(await contract.items()).sort(), ['2', '3']);
});

test('who asks by an index sees what is their own there', async () => {
  const contract = await Model.of('combined', 'Contract');
  await contract.store(ownedBy('ann', { id: '1', tenant: 'acme', title: 'a' }));
  await contract.store(ownedBy('bob', { id: '2', tenant: 'acme', title: 'b' }));
  await contract.store(ownedBy('ann', { id: '3', tenant: 'bolt', title: 'c' }));
  const by = (caller, tenant) => contract.call('Query.contractsByTenant', caller, { tenant });
  assert.deepEqual(idsOf(await by(editor, 'acme')), ['1']);
  assertUnauthorized(await by(editor, 'bolt'));
});

test('a key that tells part of it', async () => {
  const entry = await Model.of('combined', 'Entry');
  const row = (tenant, number, team) => entry.api.put(entry.table, { tenant, number, team, id: `${tenant}${number}`, createdAt: '', updatedAt: '' });
  await row('acme', 1, 'Editors');
  await row('acme', 2, 'Admins');
  await row('bolt', 1, 'Editors');
  const get = (tenant, number) => entry.call('Query.getEntry', editor, { tenant, number });
  assert.equal((await get('acme', 1)).data.team, 'Editors');
  for (const key of [['acme', 2], ['bolt', 1], ['bolt', 9]]) assertUnauthorized(await get(...key));
  assert.equal((await get('acme', 9)).data, null);
  assert.deepEqual(idsOf(await entry.list(editor, { tenant: 'acme' })), ['acme1']);
  assertUnauthorized(await entry.list(editor, { tenant: 'bolt' }));
  assert.deepEqual(idsOf(await entry.list(editor)), ['acme1']);
});

test('relations ask the same', async () => {
  const clause = await Model.of('combined', 'Clause');
  await clause.store({ id: '1', contractId: 'c', tenant: 'acme', teams: ['Editors', 'Admins'] });
  await clause.store({ id: '2', contractId: 'c', tenant: 'acme', teams: ['Admins'] });
  await clause.store({ id: '3', contractId: 'c', tenant: 'bolt', teams: ['Editors'] });
  assert.deepEqual(idsOf(await clause.call('Contract.clauses', editor, {}, { id: 'c' })), ['1']);

  const contract = new Model(clause.api, 'Contract');
  await contract.store(ownedBy('ann', { id: 'c', tenant: 'acme' }));
  await contract.store(ownedBy('bob', { id: 'd', tenant: 'acme' }));
  const from = (contractId) => contract.call('Clause.contract', editor, {}, { id: '1', contractId });
  assert.equal((await from('c')).data.id, 'c');
  assertUnauthorized(await from('d'));
});

test('two groups: being in one of them is not enough', async () => {
  const vote = await Model.of('combined', 'Vote');
  const both = member('gus', null, 'Auditors', 'Editors');
  const { data } = await vote.create(both, { choice: 'yes' });
  assert.deepEqual(idsOf(await vote.list(both)), [data.id]);
  assertUnauthorized(await vote.update(both, { id: data.id, choice: 'no' }));
  for (const caller of [editor, auditor, stranger]) {
    assertUnauthorized(await vote.create(caller, { choice: 'x' }));
    assertUnauthorized(await vote.get(caller, data.id));
    await assert.rejects(vote.listen('Create', caller, {}, [data]), { type: 'Unauthorized' });
  }
  assert.equal((await vote.listen('Create', both, {}, [data])).length, 1);
});

test('a field that asks for more than its model', async () => {
  const note = await Model.of('combined', 'Note');
  const own = member('ann', null);
  await note.store(ownedBy('ann', { id: '1', text: 'a', review: 'good' }));
  const item = { id: '1', owner: 'sub-ann::ann', review: 'good' };
  assert.equal((await note.call('Note.review', editor, {}, item)).data, 'good');
  assertUnauthorized(await note.call('Note.review', own, {}, item));
  assert.equal((await note.update(own, { id: '1', text: 'b' })).data.text, 'b');
  const refused = await note.update(own, { id: '1', review: 'x' });
  assert.match(refused.error.message, /Unauthorized on \[review\]/);
  assert.equal((await note.update(editor, { id: '1', review: 'better' })).error, undefined);
  assert.equal((await note.items())['1'].review, 'better');
  assertUnauthorized(await note.delete(own, '1'));
  assert.equal((await note.delete(editor, '1')).error, undefined);
});

test('subscribers hear of what each part lets them see', async () => {
  const contract = await Model.of('combined', 'Contract');
  const events = [
    { id: '1', owner: 'ann', tenant: 'acme', title: 'a' },
    { id: '2', owner: 'ann', tenant: 'bolt', title: 'b' },
    { id: '3', owner: 'bob', tenant: 'acme', title: 'c' },
    { id: '4', owner: 'ann', tenant: 'acme', title: 'd' },
  ];
  const heard = async (model, caller, args, list) => (await model.listen('Update', caller, args, list)).map(({ id }) => id);
  assert.deepEqual(await heard(contract, editor, {}, events), ['1', '4']);
  assert.deepEqual(await heard(contract, editor, { owner: 'ann' }, events), ['1', '4']);
  assert.deepEqual(await heard(contract, editor, { filter: { title: { eq: 'd' } } }, events), ['4']);
  for (const args of [{ owner: 'bob' }, { tenant: 'bolt' }])
    await assert.rejects(heard(contract, editor, args, events), { type: 'Unauthorized' });
  await assert.rejects(heard(contract, homeless, {}, events), { type: 'Unauthorized' });

  const clause = await Model.of('combined', 'Clause');
  const clauses = [
    { id: '1', tenant: 'acme', teams: ['Editors'] },
    { id: '2', tenant: 'acme', teams: ['Admins'] },
    { id: '3', tenant: 'bolt', teams: ['Editors'] },
  ];
  assert.deepEqual(await heard(clause, editor, {}, clauses), ['1']);
});
