// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as ddb from '../../runtime/appsync/dynamodb.mjs';
import { util } from '../../runtime/appsync/index.mjs';

const { dynamodb } = util;

test('util.dynamodb, by the examples of the guide', () => {
  const values = { foo: { S: 'bar' }, baz: { N: 1234 }, beep: { L: [{ S: 'boop' }] } };
  const object = { foo: 'bar', baz: 1234, beep: ['boop'] };
  assert.deepEqual(dynamodb.toDynamoDB('foo'), { S: 'foo' });
  assert.deepEqual(dynamodb.toDynamoDB(object), { M: values });
  assert.deepEqual(dynamodb.toMap(object), { M: values });
  assert.deepEqual(dynamodb.toMapValues(object), values);
  assert.deepEqual(dynamodb.toList(['foo', 123, { bar: 'baz' }]), { L: [{ S: 'foo' }, { N: 123 }, { M: { bar: { S: 'baz' } } }] });
  assert.deepEqual(dynamodb.toString('foo'), { S: 'foo' });
  assert.deepEqual(dynamodb.toStringSet(['foo', 'bar']), { SS: ['foo', 'bar'] });
  assert.deepEqual(dynamodb.toNumber(12345), { N: 12345 });
  assert.deepEqual(dynamodb.toNumberSet([1, 23, 4.56]), { NS: [1, 23, 4.56] });
  assert.deepEqual(dynamodb.toBinary('foo'), { B: 'foo' });
  assert.deepEqual(dynamodb.toBinarySet(['foo']), { BS: ['foo'] });
  assert.deepEqual(dynamodb.toBoolean(true), { BOOL: true });
  assert.deepEqual(dynamodb.toNull(), { NULL: null });
  assert.equal(dynamodb.toString(null), null);
  assert.deepEqual(dynamodb.toS3Object('foo', 'bar', 'baz'), { S: '{"s3":{"key":"foo","bucket":"bar","region":"baz"}}' });
  assert.deepEqual(dynamodb.fromS3ObjectJson(dynamodb.toS3Object('foo', 'bar', 'baz', 'beep').S), { key: 'foo', bucket: 'bar', region: 'baz', version: 'beep' });
});

test('what is undefined is left out', () => assert.deepEqual(dynamodb.toMapValues({ a: undefined, b: null }), { b: { NULL: null } }));

const key = { id: { S: '1' } };
const condition = { expression: '(#v = :v_eq)', expressionNames: { '#v': 'v' }, expressionValues: { ':v_eq': { N: 1 } } };

test('requests on one item', () => {
  assert.deepEqual(ddb.get({ key: { id: '1' }, consistentRead: true, projection: ['a', 'b.c[1]'] }), {
    operation: 'GetItem', key, consistentRead: true,
    projection: { expression: '#expName_1, #expName_2.#expName_3[1]', expressionNames: { '#expName_1': 'a', '#expName_2': 'b', '#expName_3': 'c' } },
  });
  assert.deepEqual(ddb.put({ key: { id: '1' }, item: { v: 10 }, condition: { v: { eq: 1 } } }), { operation: 'PutItem', key, attributeValues: { v: { N: 10 } }, condition });
  assert.deepEqual(ddb.remove({ key: { id: '1' } }), { operation: 'DeleteItem', key });
  assert.deepEqual(ddb.remove({ key: { id: '1' }, condition: { id: { attributeExists: true } } }).condition, { expression: '(attribute_exists(#id))', expressionNames: { '#id': 'id' } });
});

const update = (changes) => ddb.update({ key: { id: '1' }, update: changes }).update;
const { operations } = ddb;
const updates = [
  [{ a: 1 }, 'SET #expName_1 = :expValue_1'],
  [{ a: operations.add(1) }, 'SET #expName_1 = :expValue_1'],
  [{ a: operations.increment(2) }, 'SET #expName_1 = #expName_1 + :expValue_1'],
  [{ a: operations.decrement() }, 'SET #expName_1 = #expName_1 - :expValue_1'],
  [{ a: operations.append([1]) }, 'SET #expName_1 = list_append(#expName_1, :expValue_1)'],
  [{ a: operations.prepend([1]) }, 'SET #expName_1 = list_append(:expValue_1, #expName_1)'],
  [{ a: [operations.updateListItem('x', 1), operations.updateListItem('y', 2)] }, 'SET #expName_1[1] = :expValue_1, #expName_1[2] = :expValue_2'],
  [{ a: operations.remove(), b: 2 }, 'SET #expName_2 = :expValue_1 REMOVE #expName_1'],
  [{ a: { b: 1, c: operations.replace({ d: 1 }) } }, 'SET #expName_1.#expName_2 = :expValue_1, #expName_1.#expName_3 = :expValue_2'],
];
for (const [changes, expected] of updates) {
  test(`an update by ${JSON.stringify(changes)}`, () => assert.equal(update(changes).expression, expected));
}

test('a set stays a set', () => {
  const tags = ddb.toStringSet(['x']);
  assert.deepEqual(update({ tags }).expressionValues, { ':expValue_1': { SS: ['x'] } });
  assert.deepEqual(ddb.put({ key: { id: '1' }, item: { tags } }).attributeValues, { tags: { SS: ['x'] } });
});

test('requests on many items', () => {
  assert.deepEqual(ddb.scan({ limit: 10, nextToken: 'abc', filter: { v: { eq: 1 } } }), { operation: 'Scan', limit: 10, nextToken: 'abc', filter: condition });
  assert.deepEqual(ddb.query({ index: 'byName', query: { name: { eq: 'John' }, age: { between: [1, 2] } } }), {
    operation: 'Query', index: 'byName',
    query: {
      expression: '#expName_1 = :expValue_1 AND #expName_2 BETWEEN :expValue_2 AND :expValue_3',
      expressionNames: { '#expName_1': 'name', '#expName_2': 'age' },
      expressionValues: { ':expValue_1': { S: 'John' }, ':expValue_2': { N: 1 }, ':expValue_3': { N: 2 } },
    },
  });
  assert.deepEqual(ddb.query({ query: { id: { eq: '1' } }, projection: ['text'] }).projection, { expression: '#expName_2', expressionNames: { '#expName_2': 'text' } });
  assert.throws(() => ddb.query({ query: { a: { ne: 1 } } }), /ne is no operator of a key condition/);
  assert.deepEqual(ddb.sync({ limit: 10, lastSync: 1 }), { operation: 'Sync', limit: 10, lastSync: 1 });
  assert.deepEqual(ddb.batchGet({ tables: { post: { keys: [{ id: '1' }] } } }), { operation: 'BatchGetItem', tables: { post: { keys: [key] } } });
  assert.deepEqual(ddb.batchPut({ tables: { post: [{ id: '1' }] } }), { operation: 'BatchPutItem', tables: { post: [key] } });
  assert.deepEqual(ddb.batchDelete({ tables: { post: [{ id: '1' }] } }), { operation: 'BatchDeleteItem', tables: { post: [key] } });
});

test('transactions', () => {
  assert.deepEqual(ddb.transactGet({ items: [{ table: 'post', key: { id: '1' } }] }), { operation: 'TransactGetItems', transactItems: [{ table: 'post', key }] });
  const { transactItems } = ddb.transactWrite({ items: [
    { putItem: { table: 'post', key: { id: '1' }, item: { v: 1 } } },
    { updateItem: { table: 'post', key: { id: '1' }, update: { v: 2 } } },
    { deleteItem: { table: 'post', key: { id: '1' } } },
    { conditionCheck: { table: 'post', key: { id: '1' }, condition: { v: { eq: 1 } } } },
  ] });
  assert.deepEqual(transactItems.map(({ operation }) => operation), ['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheck']);
  assert.deepEqual(transactItems[3], { table: 'post', operation: 'ConditionCheck', key, condition });
});
