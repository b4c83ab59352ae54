// SPDX-License-Identifier: Apache-2.0
// What resolvers import from '@aws-appsync/utils/dynamodb': requests to DynamoDB from plain values.
import { dynamodb, toMapValues } from './attribute_values.mjs';
import { toExpression } from './expressions.mjs';
import { frozen } from './frozen.mjs';
import { Placeholders } from './placeholders.mjs';
import { isSet, toAttributes } from './sets.mjs';

export const { toBinarySet, toNumberSet, toStringSet } = dynamodb;

/** Without the members that are undefined or null. */
const given = (request) => Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined && value !== null));

export const get = ({ key, projection, ...others }) =>
  given({ operation: 'GetItem', key: toMapValues(key), projection: toProjection(projection), ...others });

export const put = ({ key, item, condition, ...others }) =>
  given({ operation: 'PutItem', key: toMapValues(key), attributeValues: toAttributes(item), condition: toExpression(condition), ...others });

export const remove = ({ key, condition, ...others }) =>
  given({ operation: 'DeleteItem', key: toMapValues(key), condition: toExpression(condition), ...others });

export const update = ({ key, update: changes, condition, ...others }) =>
  given({ operation: 'UpdateItem', key: toMapValues(key), update: toUpdate(changes), condition: toExpression(condition), ...others });

export const scan = ({ filter, projection, ...others }) =>
  given({ operation: 'Scan', filter: toExpression(filter), projection: toProjection(projection), ...others });

export function query({ query: condition, filter, projection, ...others }) {
  const key = toKeyCondition(condition);
  const names = Object.keys(key.expressionNames).length;
  return given({ operation: 'Query', query: key, filter: toExpression(filter), projection: toProjection(projection, names), ...others });
}

export const sync = ({ filter, ...others }) => given({ operation: 'Sync', filter: toExpression(filter), ...others });

const eachTable = (tables, convert) => Object.fromEntries(Object.entries(tables).map(([name, value]) => [name, convert(value)]));

export const batchGet = ({ tables }) => ({
  operation: 'BatchGetItem',
  tables: eachTable(tables, ({ keys, projection, ...others }) => given({ keys: keys.map(toMapValues), projection: toProjection(projection), ...others })),
});
export const batchPut = ({ tables }) => ({ operation: 'BatchPutItem', tables: eachTable(tables, (items) => items.map(toAttributes)) });
export const batchDelete = ({ tables }) => ({ operation: 'BatchDeleteItem', tables: eachTable(tables, (keys) => keys.map(toMapValues)) });

export const transactGet = ({ items }) => ({
  operation: 'TransactGetItems',
  transactItems: items.map(({ table, key, projection }) => given({ table, key: toMapValues(key), projection: toProjection(projection) })),
});

const transactions = {
  putItem: ({ table, key, item, condition }) => ({ table, operation: 'PutItem', key: toMapValues(key), attributeValues: toAttributes(item), condition: toExpression(condition) }),
  updateItem: ({ table, key, update: changes, condition }) => ({ table, operation: 'UpdateItem', key: toMapValues(key), update: toUpdate(changes), condition: toExpression(condition) }),
  deleteItem: ({ table, key, condition }) => ({ table, operation: 'DeleteItem', key: toMapValues(key), condition: toExpression(condition) }),
  conditionCheck: ({ table, key, condition }) => ({ table, operation: 'ConditionCheck', key: toMapValues(key), condition: toExpression(condition) }),
};
export const transactWrite = ({ items }) => ({
  operation: 'TransactWriteItems',
  transactItems: items.flatMap((item) => Object.entries(item)).map(([kind, payload]) => given(transactions[kind](payload))),
});

export const operations = frozen({
  add: (value) => ({ type: 'OPERATION_ADD', value }),
  remove: () => ({ type: 'OPERATION_REMOVE' }),
  replace: (value) => ({ type: 'OPERATION_REPLACE', value }),
  increment: (by = 1) => ({ type: 'OPERATION_INCREMENT', by }),
  decrement: (by = 1) => ({ type: 'OPERATION_DECREMENT', by }),
  append: (items) => ({ type: 'OPERATION_APPEND', items }),
  prepend: (items) => ({ type: 'OPERATION_PREPEND', items }),
  updateListItem: (item, index) => ({ type: 'OPERATION_UPDATE_LIST_ITEM', item, index }),
});

const isOperation = (value) => typeof value?.type === 'string' && value.type.startsWith('OPERATION_');

/** Members of nested objects change one by one; `add` and `replace` set the whole of them. */
function toUpdate(changes) {
  const { name, value, result } = new Placeholders();
  const set = [];
  const removed = [];
  const assign = (target, change) => {
    switch (change?.type) {
      case 'OPERATION_ADD':
      case 'OPERATION_REPLACE': return set.push(`${target} = ${value(change.value)}`);
      case 'OPERATION_REMOVE': return removed.push(target);
      case 'OPERATION_INCREMENT': return set.push(`${target} = ${target} + ${value(change.by)}`);
      case 'OPERATION_DECREMENT': return set.push(`${target} = ${target} - ${value(change.by)}`);
      case 'OPERATION_APPEND': return set.push(`${target} = list_append(${target}, ${value(change.items)})`);
      case 'OPERATION_PREPEND': return set.push(`${target} = list_append(${value(change.items)}, ${target})`);
      case 'OPERATION_UPDATE_LIST_ITEM': return set.push(`${target}[${change.index}] = ${value(change.item)}`);
      default: throw new Error(`${change.type} is no operation`);
    }
  };
  const visit = (prefix, object) => {
    for (const [key, change] of Object.entries(object).filter(([, item]) => item !== undefined)) {
      const target = `${prefix}${name(key)}`;
      if (isOperation(change)) assign(target, change);
      else if (Array.isArray(change) && change.length > 0 && change.every(isOperation)) change.forEach((item) => assign(target, item));
      else if (typeof change === 'object' && change !== null && !Array.isArray(change) && !isSet(change)) visit(`${target}.`, change);
      else set.push(`${target} = ${value(change)}`);
    }
  };
  visit('', changes);
  const clauses = [set.length > 0 && `SET ${set.join(', ')}`, removed.length > 0 && `REMOVE ${removed.join(', ')}`];
  return result(clauses.filter(Boolean).join(' '));
}

const comparators = { eq: '=', lt: '<', le: '<=', gt: '>', ge: '>=' };

function toKeyCondition(condition) {
  const { name, value, result } = new Placeholders();
  const parts = Object.entries(condition).flatMap(([key, operators]) => {
    const target = name(key);
    return Object.entries(operators).map(([operator, operand]) => {
      if (comparators[operator]) return `${target} ${comparators[operator]} ${value(operand)}`;
      if (operator === 'between') return `${target} BETWEEN ${value(operand[0])} AND ${value(operand[1])}`;
      if (operator === 'beginsWith') return `begins_with(${target}, ${value(operand)})`;
      throw new Error(`${operator} is no operator of a key condition`);
    });
  });
  return result(parts.join(' AND '));
}

/** Paths such as `address.street` or `tags[0]`. */
function toProjection(paths, before = 0) {
  if (!paths) return undefined;
  const { name, result } = new Placeholders(before);
  const named = (path) => path.split('.').map((step) => step.replace(/^[^[]+/, (key) => name(key))).join('.');
  return result(paths.map(named).join(', '));
}
