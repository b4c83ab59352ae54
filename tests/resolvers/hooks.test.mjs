// SPDX-License-Identifier: Apache-2.0
// What is called before and after the operations of a model.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { role, user } from './lib/callers.mjs';
import { assertConditionFailed, assertError, assertUnauthorized, idsOf, Model, ownedBy } from './lib/models.mjs';

const alice = user('alice');
const bob = user('bob');
const admin = user('carol', { groups: ['Admin'] });

/** What was called, in order, and what each answers. */
let calls;
let answers;
beforeEach(() => {
  calls = [];
  answers = {};
});
const functionOf = (name) => (payload) => {
  calls.push({ name, ...payload });
  return answers[name]?.(payload) ?? null;
};
const functions = Object.fromEntries(['Task_before_1', 'Task_after_1', 'Task_after_2', 'Log_before_1'].map((name) => [`${name}LambdaDataSource`, functionOf(name)]));
const tasks = () => Model.of('hooks', 'Task', { functions });
const called = () => calls.map(({ name, fieldName }) => `${name} ${fieldName}`);

test('a call before an operation has its arguments, one after it its result', async () => {
  const task = await tasks();
  const { data } = await task.create(alice, { title: 'x' });
  assert.deepEqual(called(), ['Task_before_1 createTask', 'Task_after_1 createTask', 'Task_after_2 createTask']);
  const [before, decorated, notified] = calls;
  assert.deepEqual([before.typeName, before.arguments, before.prev, before.identity.username], ['Mutation', { input: { title: 'x' } }, { result: {} }, 'alice']);
  assert.deepEqual(decorated.prev.result, data);
  assert.deepEqual(notified.prev.result, data);
  assert.equal((await task.items())[data.id].title, 'x');
});

test('what a function before an operation returns takes the place of arguments', async () => {
  const task = await tasks();
  answers.Task_before_1 = ({ arguments: { input } }) => ({ input: { ...input, title: `${input.title}!`, team: 'red' } });
  const { data } = await task.create(alice, { title: 'x' });
  assert.deepEqual([data.title, data.team], ['x!', 'red']);
  const updated = await task.update(alice, { id: data.id, title: 'y' });
  assert.equal(updated.data.title, 'Y!');
  assert.equal((await task.items())[data.id].title, 'y!');
  await task.store(ownedBy('bob', { id: 'b', title: 'b', state: 'open', 'day#seq': '1#1' }));
  answers.Task_before_1 = () => ({ filter: { title: { eq: 'b' } } });
  assert.deepEqual(idsOf(await task.list(alice)), ['b']);
  answers.Task_before_1 = () => ({ limit: 1 });
  const { data: page } = await task.call('Query.tasksByState', alice, { state: 'open' });
  assert.deepEqual(page.items.map(({ id }) => id), ['b']);
});

test('what it makes of the input is held to the rules', async () => {
  const task = await tasks();
  answers.Task_before_1 = ({ arguments: { input } }) => ({ input: { ...input, owner: 'bob' } });
  assertUnauthorized(await task.create(alice, { title: 'x' }));
  assert.deepEqual(await task.items(), {});
});

test('what a function after an operation returns takes the place of parts of the result', async () => {
  const task = await tasks();
  await task.store(ownedBy('alice', { id: '1', title: 'x' }));
  answers.Task_after_1 = ({ prev }) => (prev.result.items ? { items: [] } : { title: `<${prev.result.title}>` });
  const { data } = await task.get(alice, '1');
  assert.deepEqual([data.id, data.title, data.owner], ['1', '<x>', 'alice']);
  assert.deepEqual(idsOf(await task.list(alice)), []);
  assert.equal((await task.items())[1].title, 'x');
});

test('AppSync code refuses before, and changes the result after', async () => {
  const task = await tasks();
  await task.store(ownedBy('alice', { id: '1', title: 'x', state: 'locked' }));
  assertError(await task.update(alice, { id: '1', title: 'y' }), 'Locked', 'the task is locked');
  assertError(await task.delete(alice, '1'), 'Locked', 'the task is locked');
  assert.equal((await task.items())[1].title, 'x');
  await task.store(ownedBy('alice', { id: '2', title: 'x' }));
  assert.equal((await task.update(alice, { id: '2', title: 'y' })).data.title, 'Y');
  assert.equal((await task.items())[2].title, 'y');
});

test('a function that fails before an operation stops it', async () => {
  const task = await tasks();
  answers.Task_before_1 = () => {
    throw new Error('not today');
  };
  const { error } = await task.create(alice, { title: 'x' });
  assert.equal(error.message, 'not today');
  assert.deepEqual(called(), ['Task_before_1 createTask']);
  assert.deepEqual(await task.items(), {});
});

test('nothing is called for those whom no rule lets in', async () => {
  const task = await tasks();
  const log = new Model(task.api, 'Log');
  assertUnauthorized(await log.create(alice, { text: 'x' }));
  assertUnauthorized(await log.update(alice, { id: '1', version: 1 }));
  assertUnauthorized(await log.delete(alice, '1'));
  assert.deepEqual(called(), []);
  assert.equal((await log.create(admin, { text: 'x' })).data.version, 1);
  assert.equal((await log.create(role, { text: 'x' })).data.version, 1);
  assert.deepEqual(called(), ['Log_before_1 createLog', 'Log_before_1 createLog']);
});

test('an operation that fails has nothing called after it', async () => {
  const task = await tasks();
  await task.store(ownedBy('alice', { id: '1', title: 'x' }));
  assertUnauthorized(await task.update(bob, { id: '1', title: 'y' }));
  assertConditionFailed(await task.update(role, { id: '2', title: 'y' }));
  assert.deepEqual(called(), ['Task_before_1 updateTask', 'Task_before_1 updateTask']);
});
