// SPDX-License-Identifier: Apache-2.0
// DynamoDB's condition, filter and key expressions.
import { isDeepStrictEqual } from 'node:util';
import { typeOf } from './attribute_values.mjs';

const token = /\s*(<>|<=|>=|[=<>(),]|[#:]?[A-Za-z_][\w]*)/y;

function tokens(text) {
  const found = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    if (!match) throw new Error(`can't read the expression ${text}`);
    found.push(match[1]);
  }
  return found;
}

/** Whether the item satisfies the expression; `scope` gives the names and values. */
export function holds(text, item, scope) {
  const list = tokens(text);
  let at = 0;
  const peek = () => list[at];
  const take = (expected) => {
    if (expected !== undefined && peek() !== expected) throw new Error(`expected ${expected} in ${text}`);
    return list[at++];
  };
  const takes = (expected) => peek() === expected && Boolean(take());

  // Both sides are always read, so that every name counts as used.
  const either = () => {
    let result = both();
    while (takes('OR')) result = both() || result;
    return result;
  };
  const both = () => {
    let result = negation();
    while (takes('AND')) result = negation() && result;
    return result;
  };
  const negation = () => (takes('NOT') ? !negation() : condition());
  const condition = () => {
    if (takes('(')) return closed(either);
    if (predicates[peek()]) return predicates[take()](...operands());
    return comparison(operand());
  };
  const closed = (inner) => {
    const result = inner();
    take(')');
    return result;
  };
  const operands = () => {
    take('(');
    return closed(sequence);
  };
  const sequence = () => {
    const items = [operand()];
    while (takes(',')) items.push(operand());
    return items;
  };
  const operand = () => {
    const name = take();
    if (name === 'size') return sizeOf(...operands());
    if (name.startsWith(':')) return scope.value(name);
    const attribute = scope.name(name);
    return item?.[attribute];
  };
  const comparison = (left) => {
    const operator = take();
    if (operator === 'IN') return operands().some((right) => isDeepStrictEqual(left, right));
    if (operator === 'BETWEEN') {
      const low = operand();
      take('AND');
      const high = operand();
      return order(left, low) >= 0 && order(left, high) <= 0;
    }
    return comparators[operator](left, operand());
  };

  const result = either();
  if (at !== list.length) throw new Error(`unexpected ${peek()} in ${text}`);
  return result;
}

/** Negative, zero or positive; NaN for what can't be ordered, which no comparison accepts. */
function order(left, right) {
  const type = typeOf(left);
  if (!left || type !== typeOf(right) || !['S', 'N'].includes(type)) return NaN;
  if (type === 'N') return Number(left.N) - Number(right.N);
  return Buffer.compare(Buffer.from(left.S), Buffer.from(right.S));
}

const comparators = {
  '=': (left, right) => left !== undefined && isDeepStrictEqual(left, right),
  '<>': (left, right) => !isDeepStrictEqual(left, right),
  '<': (left, right) => order(left, right) < 0,
  '<=': (left, right) => order(left, right) <= 0,
  '>': (left, right) => order(left, right) > 0,
  '>=': (left, right) => order(left, right) >= 0,
};

const predicates = {
  attribute_exists: (attribute) => attribute !== undefined,
  attribute_not_exists: (attribute) => attribute === undefined,
  attribute_type: (attribute, type) => typeOf(attribute) === type.S,
  begins_with: (attribute, prefix) => attribute?.S?.startsWith(prefix.S) ?? false,
  contains: (attribute, part) =>
    attribute?.L?.some((element) => isDeepStrictEqual(element, part)) ?? attribute?.S?.includes(part.S) ?? false,
};

const sizeOf = (attribute) => {
  const value = attribute?.S ?? attribute?.L;
  return value === undefined ? undefined : { N: String(value.length) };
};
