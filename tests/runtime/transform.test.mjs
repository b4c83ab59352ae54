// SPDX-License-Identifier: Apache-2.0
// The guide's examples, and what AppSync was seen to answer where the guide leaves it open.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { util } from '../../runtime/appsync/index.mjs';

const { toDynamoDBFilterExpression, toDynamoDBConditionExpression, toSubscriptionFilter, toElasticsearchQueryDSL } = util.transform;
const expression = (filter) => JSON.parse(toDynamoDBFilterExpression(filter));

test('a filter, by the example of the guide', () => {
  const expected = {
    expression: '(begins_with(#title,:title_beginsWith))',
    expressionNames: { '#title': 'title' },
    expressionValues: { ':title_beginsWith': { S: 'far away' } },
  };
  assert.deepEqual(expression({ title: { beginsWith: 'far away' } }), expected);
  assert.deepEqual(JSON.parse(toDynamoDBConditionExpression({ title: { beginsWith: 'far away' } })), expected);
});

const expressions = [
  [{ v: { eq: 1 } }, '(#v = :v_eq)'],
  [{ v: { ne: 1 } }, '(#v <> :v_ne)'],
  [{ v: { between: [1, 2, 3] } }, '(#v BETWEEN :v_between_start AND :v_between_end)'],
  [{ v: { in: ['a', 'b'] } }, '(#v IN (:v_in_0, :v_in_1))'],
  [{ v: { notContains: 'x' } }, '(NOT contains(#v,:v_notContains))'],
  [{ v: { attributeExists: false } }, '(attribute_not_exists(#v))'],
  [{ v: { size: { gt: 2, lt: 5 } } }, '((size(#v) > :v_size_gt) AND (size(#v) < :v_size_lt))'],
  [{ v: { ge: 1, le: 5 } }, '((#v >= :v_ge) AND (#v <= :v_le))'],
  [{ a: { eq: 1 }, b: { eq: 2 } }, '(#a = :a_eq) AND (#b = :b_eq)'],
  [{ a: { eq: 1 }, and: [{ b: { eq: 2 } }] }, '(#a = :a_eq) AND (#b = :and_0_b_eq)'],
  [{ not: { and: [{ a: { eq: 1 } }, { b: { eq: 2 } }] } }, '(NOT ((#a = :not_and_0_a_eq) AND (#b = :not_and_1_b_eq)))'],
  [{ or: [{ and: [{ a: { eq: 1 } }, { b: { eq: 2 } }] }, { c: { eq: 3 } }] }, '(((#a = :or_0_and_0_a_eq) AND (#b = :or_0_and_1_b_eq)) OR (#c = :or_1_c_eq))'],
  [{}, ''],
  [{ and: [{ a: { eq: 1 } }, {}] }, '((#a = :and_0_a_eq) AND )'],
];
for (const [filter, expected] of expressions) {
  test(`${JSON.stringify(filter)} is ${expected || 'empty'}`, () => assert.equal(expression(filter).expression, expected));
}

test('two fields under a not are negated together', () => {
  assert.equal(expression({ not: { a: { eq: 1 }, b: { eq: 2 } } }).expression, '(NOT ((#a = :not_a_eq) AND (#b = :not_b_eq)))');
});

test('values keep their types', () => {
  const value = (operand) => expression({ v: { eq: operand } }).expressionValues[':v_eq'];
  assert.deepEqual([value(1.5), value(true), value(null), value([1]), value({ a: 'x' })], [{ N: 1.5 }, { BOOL: true }, { NULL: null }, { L: [{ N: 1 }] }, { M: { a: { S: 'x' } } }]);
  assert.deepEqual(expression({ v: { attributeType: '_null' } }).expressionValues, { ':v_attributeType': { S: 'NULL' } });
});

for (const filter of [undefined, null, [], 'text', { v: { foo: 1 } }, { v: 'x' }, { and: { a: { eq: 1 } } }, { and: [null] }, { v: { between: [1] } }, { v: { in: 'x' } }, { v: { attributeType: 'S' } }, { v: { attributeExists: 'yes' } }, { v: { size: 3 } }]) {
  test(`${JSON.stringify(filter)} is no filter`, () => assert.equal(toDynamoDBFilterExpression(filter), null));
}

const one = (fieldName, operator, value) => ({ fieldName, operator, value });
const groups = (filter, ...others) => toSubscriptionFilter(filter, ...others).filterGroup.map(({ filters }) => filters);

test('a subscription filter, by the example of the guide', () => {
  const filter = {
    percentageUp: { lte: 50, gte: 20 },
    and: [{ title: { ne: 'Book1' } }, { downvotes: { gt: 2000 } }],
    or: [{ author: { eq: 'Admin' } }, { isPublished: { eq: false } }],
  };
  const both = [one('title', 'ne', 'Book1'), one('downvotes', 'gt', 2000)];
  assert.deepEqual(groups(filter), [
    [one('percentageUp', 'lte', 50), ...both, one('author', 'eq', 'Admin')],
    [one('percentageUp', 'lte', 50), ...both, one('isPublished', 'eq', false)],
    [one('percentageUp', 'gte', 20), ...both, one('author', 'eq', 'Admin')],
    [one('percentageUp', 'gte', 20), ...both, one('isPublished', 'eq', false)],
  ]);
});

test('ignored fields and rules', () => {
  assert.deepEqual(groups({ a: { eq: 1 }, and: [{ b: { eq: 2 } }] }, ['b']), [[one('a', 'eq', 1)]]);
  assert.deepEqual(groups({ a: { eq: 1 } }, [], { r: { gte: 250 }, s: { eq: 'p' } }), [[one('a', 'eq', 1), one('r', 'gte', 250)], [one('a', 'eq', 1), one('s', 'eq', 'p')]]);
  assert.deepEqual(groups({}, [], { r: { eq: 1 } }), [[one('r', 'eq', 1)]]);
});

test('what says nothing has no groups, and what is no filter is null', () => {
  for (const filter of [{}, { a: {} }, { and: [] }]) assert.deepEqual(toSubscriptionFilter(filter), { filterGroup: [] });
  for (const filter of [null, undefined, [], '{}']) assert.equal(toSubscriptionFilter(filter), null);
});

test('an OpenSearch query, by the example of the guide', () => {
  const bool = (name, clauses) => ({ bool: { [name]: clauses } });
  assert.deepEqual(JSON.parse(toElasticsearchQueryDSL({ upvotes: { ne: 15, range: [10, 20] }, title: { eq: 'hihihi', wildcard: 'h*i' } })), bool('must', [
    bool('must', [bool('must_not', { term: { upvotes: 15 } }), { range: { upvotes: { gte: 10, lte: 20 } } }]),
    bool('must', [{ term: { title: 'hihihi' } }, { wildcard: { title: 'h*i' } }]),
  ]));
});
