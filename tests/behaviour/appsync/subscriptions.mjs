// SPDX-License-Identifier: Apache-2.0
// Which events a subscriber gets (developer guide, "Using subscription arguments", "Defining enhanced subscriptions
// filters", "Extensions").

const compare = {
  eq: (actual, value) => actual === value,
  ne: (actual, value) => actual !== value,
  le: (actual, value) => ordered(actual, value) && actual <= value,
  lt: (actual, value) => ordered(actual, value) && actual < value,
  ge: (actual, value) => ordered(actual, value) && actual >= value,
  gt: (actual, value) => ordered(actual, value) && actual > value,
  contains: (actual, value) => holds(actual, value),
  notContains: (actual, value) => !holds(actual, value),
  beginsWith: (actual, value) => typeof actual === 'string' && actual.startsWith(value),
  in: (actual, values) => values.includes(actual),
  notIn: (actual, values) => !values.includes(actual),
  between: (actual, [low, high]) => ordered(actual, low) && actual >= low && actual <= high,
  containsAny: (actual, values) => Array.isArray(actual) && values.some((value) => actual.includes(value)),
};

const ordered = (actual, value) => typeof actual === typeof value && ['string', 'number'].includes(typeof actual);
const holds = (actual, value) => (typeof actual === 'string' || Array.isArray(actual)) && actual.includes(value);

const at = (event, path) => path.split('.').reduce((value, key) => value?.[key], event);

const maximalValues = { in: 5, notIn: 5, containsAny: 20 };
const maximalAttributes = 5;

/** What AppSync says of a filter that it refuses, '' for none. */
export function faultOf({ filterGroup }) {
  const filters = filterGroup.flatMap((group) => group.filters);
  if (new Set(filters.map(({ fieldName }) => fieldName)).size > maximalAttributes) {
    return `Filters exceed maximum attributes limit ${maximalAttributes} for subscription`;
  }
  for (const { operator, value } of filters) {
    if (!compare[operator]) return `subscription filter has invalid operator \`${operator}\`.`;
    const limit = maximalValues[operator];
    if (limit && value?.length > limit) return `subscription exceeds maximum value limit ${limit} for operator \`${operator}\`.`;
    if (limit && !value?.length) return `subscription filter has invalid filter value for operator \`${operator}\`.`;
  }
  return '';
}

/** Whether an event satisfies all filters of one group. */
export const passes = ({ filterGroup }, event) =>
  filterGroup.some(({ filters }) => filters.every(({ fieldName, operator, value }) => compare[operator](at(event, fieldName), value)));

/** Without a filter of its own, a subscription gets the events whose fields equal its arguments; null asks for nothing. */
export const matchesArguments = (args, event) =>
  Object.entries(args).every(([name, value]) => value === null || value === undefined || event[name] === value);
