// SPDX-License-Identifier: Apache-2.0
// The harness finds what differs, and judges it by the list.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { peers } from '../conformance/lib/backends.mjs';
import { apiKey, user } from './appsync/callers.mjs';
import { faultOf, passes } from './appsync/subscriptions.mjs';
import { pairOf, twiceThePeer } from './backends.mjs';
import { compare } from './differential.mjs';
import { differences, judge } from './differences.mjs';
import { watch } from './faults.mjs';
import { matrix } from './generate/matrix.mjs';
import { sequences } from './generate/sequences.mjs';
import { checkPermissions } from './permissions.mjs';

const assembly = peers('todo');

test('the peer answers as itself', async () => {
  const { backend, callers, peer, ours } = await twiceThePeer(assembly);
  const { requests, differences: found } = await compare(peer, ours, callers, [...matrix(backend)].slice(0, 10));
  assert.ok(requests > 50);
  assert.deepEqual(found, []);
});

test('a changed answer, a changed item and a missing event are found', async () => {
  const { backend, callers, peer, ours } = await twiceThePeer(assembly);
  const cases = [...matrix(backend)].filter(({ name }) => name.startsWith('Todo/role/'));
  const run = ours.run.bind(ours);
  ours.run = async (step, ...others) => {
    const answer = await run(step, ...others);
    if (step.name === 'get own') answer.data.getTodo.content = 'other';
    if (step.name === 'create') await ours.api.put(ours.api.tableOf('Todo'), { ...backend.item(backend.models.get('Todo'), 8), content: 'other' });
    if (step.name === 'then create') ours.api.clearSubscribers();
    return answer;
  };
  const { differences: found } = await compare(peer, ours, callers, cases);
  assert.deepEqual(found.map(({ path }) => path), ['Todo/role/read/get own', 'Todo/role/create/create', 'Todo/role/listen/then update 0', 'Todo/role/listen/then delete 0', 'Todo/role/listen/then update 1', 'Todo/role/listen/then delete 1', 'Todo/role/listen/then update 2', 'Todo/role/listen/then delete 2']);
});

test('a resolver that fails, an error that says nothing and a change that is refused are told', async () => {
  const { backend, ours } = await twiceThePeer(assembly);
  const faults = watch(ours);
  const step = backend.request('mutation', backend.operations.get('Todo').create, { input: { id: 'a', content: 'b' } });
  const { execute } = ours.api;
  const run = async (change) => {
    ours.api.execute = async (request) => change(await execute.call(ours.api, request));
    await ours.run({ ...step, name: 'create', kind: 'mutation', caller: 'apiKey' }, apiKey, 0);
    return faults.splice(0).map((text) => text.split('\n')[0]);
  };
  const refused = (message) => (answer) => ({ ...answer, errors: [{ message, errorType: null }] });
  const table = ours.api.tableOf('Todo');
  assert.deepEqual(await run((answer) => answer), []);
  await ours.reset([]);
  assert.deepEqual(await run(refused('no')), [`apiKey: create: refused, and yet ${table} has changed`]);
  assert.deepEqual(await run(refused('Cannot read properties of null')), ['apiKey: create: an error that says nothing: Cannot read properties of null']);
  ours.api.unhandled.push({ field: 'Query.a', message: 'm' });
  assert.deepEqual(await run(refused('no')), ['apiKey: create: the resolver of Query.a failed: m']);
});

test('an unlisted difference and a stale entry are told', () => {
  const entry = { found: { todo: ['matrix'] }, covers: ({ path }) => path === 'a', reason: 'r' };
  assert.deepEqual(judge('todo', 'matrix', [{ path: 'a' }, { path: 'b' }], [entry]), { rest: [{ path: 'b' }], stale: [] });
  assert.deepEqual(judge('todo', 'matrix', [], [entry]), { rest: [], stale: [entry] });
  assert.deepEqual(judge('todo', 'sequences', [{ path: 'a' }], [entry]).rest, [{ path: 'a' }]);
  for (const { reason, found } of differences) assert.ok(reason && Object.keys(found).length > 0);
});

test('the same seed gives the same requests', async () => {
  const { backend } = await pairOf('todo');
  const made = (seed) => JSON.stringify([...sequences(backend, { count: 3, length: 5, seed })]);
  assert.equal(made(1), made(1));
  assert.notEqual(made(1), made(2));
});

test('a role that permits too little or too much is told', () => {
  const description = (Action) => ({
    dataSources: { Table: { type: 'AMAZON_DYNAMODB', role: 'r' } },
    roles: { r: [{ Effect: 'Allow', Action, Resource: 'arn:aws:dynamodb:us-east-1:1:table/T' }] },
  });
  const calls = [{ role: 'r', action: 'GetItem', table: 'T' }];
  assert.deepEqual(checkPermissions(description('dynamodb:GetItem'), calls), []);
  assert.deepEqual(checkPermissions(description('dynamodb:Scan'), calls), ['r does not permit dynamodb:GetItem on T', 'r permits dynamodb:Scan on T, which no resolver calls']);
});

test('callers without a mode of the API are turned away', async () => {
  const { ours, callers } = await pairOf('seed');
  const answer = await ours.api.execute({ query: '{ listPosts { nextToken } }', caller: callers.ours.anonymous });
  assert.deepEqual([answer.status, answer.errors[0].errorType], [401, 'UnauthorizedException']);
  assert.equal((await ours.api.execute({ query: '{ listPosts { nextToken } }', caller: user('alice') })).errors, undefined);
});

test('subscription filters: operators and limits', () => {
  const filter = (fieldName, operator, value) => ({ filterGroup: [{ filters: [{ fieldName, operator, value }] }] });
  const event = { n: 5, s: 'text', l: ['a', 'b'], o: { p: 1 } };
  const passing = [['n', 'ge', 5], ['n', 'between', [1, 5]], ['n', 'in', [4, 5]], ['n', 'notIn', [4]], ['s', 'beginsWith', 'te'], ['s', 'contains', 'ex'], ['l', 'contains', 'a'], ['l', 'notContains', 'c'], ['l', 'containsAny', ['c', 'b']], ['o.p', 'eq', 1], ['s', 'ne', 'x']];
  const failing = [['n', 'gt', 5], ['n', 'lt', '6'], ['s', 'eq', 'tex'], ['l', 'containsAny', ['c']], ['missing', 'eq', 1]];
  for (const given of passing) assert.equal(passes(filter(...given), event), true, given.join(' '));
  for (const given of failing) assert.equal(passes(filter(...given), event), false, given.join(' '));
  assert.equal(faultOf(filter('n', 'in', [1, 2, 3, 4, 5])), '');
  assert.match(faultOf(filter('n', 'in', [1, 2, 3, 4, 5, 6])), /exceeds maximum value limit 5 for operator `in`/);
  assert.match(faultOf(filter('l', 'containsAny', [])), /invalid filter value for operator `containsAny`/);
  assert.match(faultOf(filter('n', 'near', 1)), /invalid operator/);
  assert.match(faultOf({ filterGroup: [{ filters: ['a', 'b', 'c', 'd', 'e', 'f'].map((fieldName) => ({ fieldName, operator: 'eq', value: 1 })) }] }), /maximum attributes limit 5/);
});
