// SPDX-License-Identifier: Apache-2.0
// DynamoDB's typed values, `{ S: 'text' }`, and the plain values they stand for.

export function toAttributeValue(value) {
  if (value === null || value === undefined) return { NULL: true };
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (Array.isArray(value)) return { L: value.map(toAttributeValue) };
  return { M: toAttributeValues(value) };
}

/** Like AppSync's `toMapValues`, leaves out what is undefined. */
export function toAttributeValues(object) {
  const given = Object.entries(object).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([key, value]) => [key, toAttributeValue(value)]));
}

export function fromAttributeValue(attribute) {
  const [[type, value]] = Object.entries(attribute);
  switch (type) {
    case 'NULL': return null;
    case 'N': return Number(value);
    case 'L': return value.map(fromAttributeValue);
    case 'M': return fromAttributeValues(value);
    default: return value;
  }
}

export const fromAttributeValues = (map) =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, fromAttributeValue(value)]));

export const typeOf = (attribute) => attribute && Object.keys(attribute)[0];
