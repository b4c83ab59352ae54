// SPDX-License-Identifier: Apache-2.0
// The stand-ins do what DynamoDB and AppSync document.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extensions, ResolverError, util } from './lib/appsync_utils.mjs';
import { fromAttributeValues, toAttributeValues } from './lib/attribute_values.mjs';
import { passes, toExpression, toSubscriptionFilter } from './lib/filters.mjs';
import { Table } from './lib/table.mjs';

const key = { id: { S: '1' } };
const named = (expression, names, values) => ({ expression, expressionNames: names, expressionValues: values });
const exists = named('attribute_exists(#id)', { '#id': 'id' });

function stored(item = { id: '1', n: 2, s: 'text', l: ['a', 'b'], z: null }) {
  const table = new Table();
  table.store(item);
  return table;
}

test('values keep their types', () => {
  const item = { s: '', n: -1.5, b: false, z: null, l: [1, 'x', [null]], m: { a: { b: true } } };
  assert.deepEqual(fromAttributeValues(toAttributeValues(item)), item);
  assert.deepEqual(toAttributeValues({ a: undefined, n: 3 }), { n: { N: '3' } });
});

test('an update with a failed condition fails and hands over the stored item', () => {
  const table = stored();
  const update = named('SET #s = :s', { '#s': 's' }, { ':s': { S: 'new' } });
  const condition = named('#n > :n', { '#n': 'n' }, { ':n': { N: '2' } });
  const { result, error } = table.request({ operation: 'UpdateItem', key, update, condition });
  assert.equal(error.type, 'DynamoDB:ConditionalCheckFailedException');
  assert.equal(result.s, 'text');
  assert.equal(table.items['1'].s, 'text');
  const missing = table.request({ operation: 'UpdateItem', key: { id: { S: '2' } }, update, condition: exists });
  assert.deepEqual([missing.result, missing.error.type], [null, 'DynamoDB:ConditionalCheckFailedException']);
});

test('a delete of what is gone succeeds without a result', () => {
  const table = stored();
  assert.equal(table.request({ operation: 'DeleteItem', key, condition: exists }).result.s, 'text');
  assert.deepEqual(table.request({ operation: 'DeleteItem', key, condition: exists }), { result: null });
});

test('a put succeeds when the same item is there', () => {
  const table = stored({ id: '1', s: 'a' });
  const absent = named('attribute_not_exists(#id)', { '#id': 'id' });
  const put = (s) => table.request({ operation: 'PutItem', key, attributeValues: { s: { S: s } }, condition: absent });
  assert.equal(put('a').error, undefined);
  assert.equal(put('b').error.type, 'DynamoDB:ConditionalCheckFailedException');
  assert.deepEqual(put('b').result, { id: '1', s: 'a' });
});

const conditions = [
  ['#a = :a AND #b = :b OR attribute_exists(#c)', true],
  ['(#a = :a OR #b = :b) AND NOT attribute_exists(#c)', false],
  ['#b BETWEEN :b AND :c', true],
  ['#a IN (:b, :a)', true],
  ['#a < :b', false],
  ['NOT #a < :b', true],
  ['contains(#c, :a) AND size(#c) = :b', true],
  ['attribute_type(#a, :t) AND begins_with(#a, :a)', true],
  ['#x <> :a', true],
  ['#x = :a', false],
];
for (const [expression, expected] of conditions) {
  test(`${expression} is ${expected}`, () => {
    const table = stored({ id: '1', a: 'x', b: 2, c: ['x', 'y'] });
    const names = { '#a': 'a', '#b': 'b', '#c': 'c', '#x': 'x' };
    const values = { ':a': 'x', ':b': 2, ':c': 3, ':t': 'S' };
    const used = (all) => Object.fromEntries(Object.entries(all).filter(([name]) => new RegExp(`${name}\\b`).test(expression)));
    const filter = named(expression, used(names), toAttributeValues(used(values)));
    const { result } = table.request({ operation: 'Scan', limit: 1, filter });
    assert.equal(result.items.length === 1, expected);
  });
}

const update = named('SET #s = :s', { '#s': 's' }, { ':s': { S: 'new' } });
const faults = [
  ['an unused name', { operation: 'DeleteItem', key, condition: named('attribute_exists(#id)', { '#id': 'id', '#x': 'x' }) }, /#x is unused/],
  ['an unused value', { operation: 'DeleteItem', key, condition: named('#id = :a', { '#id': 'id' }, { ':a': { S: '' }, ':b': { S: '' } }) }, /:b is unused/],
  ['an undefined name', { operation: 'DeleteItem', key, condition: named('attribute_exists(#id)') }, /#id is not defined/],
  ['an empty map of values', { operation: 'DeleteItem', key, condition: named('attribute_exists(#id)', { '#id': 'id' }, {}) }, /must not be empty/],
  ['a bare name', { operation: 'DeleteItem', key, condition: named('attribute_exists(id)') }, /reserved word/],
  ['a name with two meanings', { operation: 'UpdateItem', key, update, condition: named('attribute_exists(#s)', { '#s': 'id' }) }, /defined twice/],
  ['a key that is no string', { operation: 'GetItem', key: { id: { NULL: true } } }, /not a string/],
  ['a changed key', { operation: 'UpdateItem', key, update: named('SET #s = :s', { '#s': 'id' }, { ':s': { S: '2' } }) }, /change the key/],
];
for (const [what, request, message] of faults) {
  test(`${what} is refused`, () => {
    const { error } = stored().request(request);
    assert.equal(error?.type, 'DynamoDB:DynamoDbException');
    assert.match(error.message, message);
  });
}

test('filters become expressions', () => {
  assert.deepEqual(toExpression({ and: [{ a: { eq: 1 } }, { or: [{ b: { attributeExists: false } }, { not: { a: { lt: 2 } } }] }] }), {
    expression: '((#a = :value0) AND ((attribute_not_exists(#b)) OR (NOT (#a < :value1))))',
    expressionNames: { '#a': 'a', '#b': 'b' },
    expressionValues: { ':value0': { N: '1' }, ':value1': { N: '2' } },
  });
});

test('subscription filters become groups', () => {
  const filter = toSubscriptionFilter({ and: [{ or: [{ a: { eq: 1 } }, { b: { eq: 2 } }] }, { c: { ne: 3 } }] });
  assert.equal(filter.filterGroup.length, 2);
  assert.equal(passes(filter, { b: 2, c: 4 }), true);
  assert.equal(passes(filter, { b: 2, c: 3 }), false);
  assert.equal(passes(filter, { b: 1, c: 4 }), false);
});

test('what is not emulated throws', () => {
  assert.throws(() => util.urlEncode, /util\.urlEncode is not emulated/);
  assert.throws(() => util.dynamodb.toString, /not emulated/);
  assert.throws(() => extensions.evictFromApiCache, /not emulated/);
  assert.throws(() => stored().request({ operation: 'BatchGetItem' }), /not emulated/);
  assert.throws(() => toExpression({ a: { near: 1 } }), /not emulated/);
  assert.throws(() => util.error('no', 'Kind'), ResolverError);
});
