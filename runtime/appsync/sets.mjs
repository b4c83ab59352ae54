// SPDX-License-Identifier: Apache-2.0
// Sets have no plain form: `toStringSet(['a'])` among plain values is typed already.
import { toDynamoDB } from './attribute_values.mjs';

const types = ['SS', 'NS', 'BS'];

export function isSet(value) {
  if (typeof value !== 'object' || value === null) return false;
  const [type, ...others] = Object.keys(value);
  return types.includes(type) && others.length === 0;
}

export const typedOrSet = (value) => (isSet(value) ? value : toDynamoDB(value));

/** An item's attributes, of which some may be sets. */
export const toAttributes = (item) =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined).map(([key, value]) => [key, typedOrSet(value)]));
