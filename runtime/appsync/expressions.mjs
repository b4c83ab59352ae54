// SPDX-License-Identifier: Apache-2.0
// `util.transform`: filters such as `{ title: { beginsWith: 'far' } }` as DynamoDB's condition and filter expressions.
import { toDynamoDB } from './attribute_values.mjs';

const comparators = { eq: '=', ne: '<>', lt: '<', le: '<=', gt: '>', ge: '>=' };
const calls = { contains: 'contains', notContains: 'NOT contains', beginsWith: 'begins_with' };
// Amplify's schemas have `bool` for what AppSync documents as `boolean`.
const types = {
  _null: 'NULL', string: 'S', stringSet: 'SS', number: 'N', numberSet: 'NS', binary: 'B', binarySet: 'BS',
  boolean: 'BOOL', bool: 'BOOL', list: 'L', map: 'M',
};

class Unreadable extends Error {}

const expect = (met) => {
  if (!met) throw new Unreadable();
};
const isMap = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** As JSON text; null for what is no filter. Placeholders are named by the way to the operand: `:or_0_title_eq`. */
export function toExpressionJson(filter) {
  const names = {};
  const values = {};
  const value = (path, operand) => {
    values[`:${path}`] = toDynamoDB(operand);
    return `:${path}`;
  };

  /** The expressions of a filter's members, which all have to hold. */
  const members = (node, path) => {
    expect(isMap(node));
    return Object.entries(node).map(([key, operand]) => {
      const below = path + key;
      if (key === 'and' || key === 'or') return group(key, operand, below);
      if (key === 'not') return `(NOT ${whole(operand, `${below}_`)})`;
      names[`#${key}`] = key;
      return operators(`#${key}`, operand, below);
    });
  };
  const whole = (node, path) => wrapped(members(node, path), 'AND');
  const group = (word, list, path) => {
    expect(Array.isArray(list));
    return wrapped(list.map((member, index) => whole(member, `${path}_${index}_`)), word.toUpperCase());
  };
  const operators = (target, node, path) => {
    expect(isMap(node));
    return wrapped(Object.entries(node).map(([operator, operand]) => comparison(target, operator, operand, `${path}_${operator}`)), 'AND');
  };
  const comparison = (target, operator, operand, path) => {
    if (comparators[operator]) return `(${target} ${comparators[operator]} ${value(path, operand)})`;
    if (calls[operator]) return `(${calls[operator]}(${target},${value(path, operand)}))`;
    switch (operator) {
      case 'between':
        expect(Array.isArray(operand) && operand.length >= 2);
        return `(${target} BETWEEN ${value(`${path}_start`, operand[0])} AND ${value(`${path}_end`, operand[1])})`;
      case 'in':
        expect(Array.isArray(operand));
        return operand.length > 0 ? `(${target} IN (${operand.map((item, index) => value(`${path}_${index}`, item)).join(', ')}))` : '(null)';
      case 'attributeExists':
        expect(typeof operand === 'boolean');
        return `(${operand ? 'attribute_exists' : 'attribute_not_exists'}(${target}))`;
      case 'attributeType':
        expect(Object.hasOwn(types, operand));
        return `(attribute_type(${target},${value(path, types[operand])}))`;
      case 'size':
        return operators(target.startsWith('size(') ? target : `size(${target})`, operand, path);
      default:
        throw new Unreadable();
    }
  };

  try {
    const expression = members(filter, '').join(' AND ');
    return JSON.stringify({ expression, expressionNames: names, expressionValues: values });
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

const wrapped = (parts, word) => (parts.length > 1 ? `(${parts.join(` ${word} `)})` : parts[0] ?? '');

/** The same as an object, without the empty map of values that AppSync would refuse; undefined for no filter. */
export function toExpression(filter) {
  if (!filter) return undefined;
  const { expressionValues, ...expression } = JSON.parse(toExpressionJson(filter));
  return Object.keys(expressionValues).length > 0 ? { ...expression, expressionValues } : expression;
}
