// SPDX-License-Identifier: Apache-2.0
// GraphQL filters, `{ title: { eq: 'x' } }`, as AppSync's `util.transform` rewrites them.
import { toAttributeValue } from './attribute_values.mjs';

const comparators = { eq: '=', ne: '<>', lt: '<', le: '<=', gt: '>', ge: '>=' };
const types = { binary: 'B', binarySet: 'BS', bool: 'BOOL', list: 'L', map: 'M', number: 'N', numberSet: 'NS', string: 'S', stringSet: 'SS', _null: 'NULL' };

/** A condition or filter expression of DynamoDB. */
export function toExpression(filter) {
  const names = {};
  const values = {};
  const value = (given) => {
    const placeholder = `:value${Object.keys(values).length}`;
    values[placeholder] = toAttributeValue(given);
    return placeholder;
  };

  const compare = (target, operator, operand) => {
    if (comparators[operator]) return `(${target} ${comparators[operator]} ${value(operand)})`;
    switch (operator) {
      case 'between': return `(${target} BETWEEN ${value(operand[0])} AND ${value(operand[1])})`;
      case 'in': return `(${target} IN (${operand.map(value).join(', ')}))`;
      case 'contains': return `(contains(${target}, ${value(operand)}))`;
      case 'notContains': return `(NOT contains(${target}, ${value(operand)}))`;
      case 'beginsWith': return `(begins_with(${target}, ${value(operand)}))`;
      case 'attributeExists': return `(${operand ? 'attribute_exists' : 'attribute_not_exists'}(${target}))`;
      case 'attributeType': return `(attribute_type(${target}, ${value(types[operand])}))`;
      case 'size': return all(Object.entries(operand).map(([key, item]) => compare(`size(${target})`, key, item)));
      default: throw new Error(`filter operator ${operator} is not emulated`);
    }
  };

  const visit = (node) => all(Object.entries(node).map(([key, operand]) => {
    if (key === 'and') return all([operand].flat().map(visit));
    if (key === 'or') return any([operand].flat().map(visit));
    if (key === 'not') return `(NOT ${visit(operand)})`;
    names[`#${key}`] = key;
    return all(Object.entries(operand).map(([operator, item]) => compare(`#${key}`, operator, item)));
  }));

  const expression = visit(filter);
  return { expression, expressionNames: names, expressionValues: values };
}

const grouped = (word) => (parts) => {
  if (parts.some((part) => part === '')) throw new Error('an empty filter has no expression');
  return parts.length > 1 ? `(${parts.join(` ${word} `)})` : parts[0] ?? '';
};
const all = grouped('AND');
const any = grouped('OR');

/** A subscription filter: events match all filters of one of its groups. */
export function toSubscriptionFilter(filter) {
  return { filterGroup: groups(filter).map((filters) => ({ filters })) };
}

function groups(filter) {
  return Object.entries(filter)
    .map(([key, operand]) => {
      if (key === 'or') return operand.flatMap(groups);
      if (key === 'and') return product(operand.map(groups));
      return [Object.entries(operand).map(([operator, value]) => ({ fieldName: key, operator, value }))];
    })
    .reduce((left, right) => product([left, right]));
}

/** Every way to take one group of each. */
const product = (lists) => lists.reduce((left, right) => left.flatMap((a) => right.map((b) => [...a, ...b])));

const operators = {
  eq: (actual, value) => actual === value,
  ne: (actual, value) => actual !== value,
  contains: (actual, value) => actual?.includes(value) ?? false,
  beginsWith: (actual, value) => actual?.startsWith(value) ?? false,
};

/** Whether a subscriber with this filter gets the event. */
export const passes = ({ filterGroup }, event) =>
  filterGroup.some(({ filters }) => filters.every(({ fieldName, operator, value }) => operators[operator](event[fieldName], value)));
