// SPDX-License-Identifier: Apache-2.0
// Typed values between resolvers, DynamoDB's API and plain values.

/** A resolver's typed value as DynamoDB's API spells it: numbers as text, NULL as true. */
export function toApi(attribute) {
  const [[type, value] = []] = Object.entries(attribute ?? {});
  switch (type) {
    case 'N': return { N: String(value) };
    case 'NS': return { NS: value.map(String) };
    case 'NULL': return { NULL: true };
    case 'L': return { L: value.map(toApi) };
    case 'M': return { M: toApiMap(value) };
    default: return attribute;
  }
}

export const toApiMap = (map) => map && Object.fromEntries(Object.entries(map).map(([key, attribute]) => [key, toApi(attribute)]));

export function plain(attribute) {
  const [[type, value]] = Object.entries(attribute);
  switch (type) {
    case 'NULL': return null;
    case 'N': return Number(value);
    case 'NS': return value.map(Number);
    case 'L': return value.map(plain);
    case 'M': return plainMap(value);
    default: return value;
  }
}

/** null for no item. */
export const plainMap = (map) => (map ? Object.fromEntries(Object.entries(map).map(([key, attribute]) => [key, plain(attribute)])) : null);
