// SPDX-License-Identifier: Apache-2.0
// `util.transform.toSubscriptionFilter`: a filter as groups, of which one has to match with all its comparisons.

/**
 * A field's operators, an `or`'s members and the rules are alternatives; fields and an `and`'s members go together.
 * null for what is no filter.
 */
export function toSubscriptionFilter(filter, ignoredFields = [], rules = {}) {
  if (typeof filter !== 'object' || filter === null || Array.isArray(filter)) return null;
  const visit = (node) => product(Object.entries(node).map(([key, operand]) => {
    if (key === 'and') return product(operand.map(visit));
    if (key === 'or') return operand.flatMap(visit);
    return ignoredFields.includes(key) ? [[]] : comparisons(key, operand);
  }));
  const alternatives = Object.entries(rules ?? {}).flatMap(([key, operand]) => comparisons(key, operand));
  const groups = product([visit(filter), alternatives.length > 0 ? alternatives : [[]]]);
  return { filterGroup: groups.filter((filters) => filters.length > 0).map((filters) => ({ filters })) };
}

const comparisons = (fieldName, operators) =>
  Object.entries(operators ?? {}).map(([operator, value]) => [{ fieldName, operator, value }]);

/** Every way to take one group of each list. */
const product = (lists) => lists.reduce((left, right) => left.flatMap((a) => right.map((b) => [...a, ...b])), [[]]);
