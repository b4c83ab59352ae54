// SPDX-License-Identifier: Apache-2.0
// `util.transform.toElasticsearchQueryDSL`

const single = (name) => (field, operand) => ({ [name]: { [field]: operand } });
const range = (operator) => (field, operand) => ({ range: { [field]: { [operator]: operand } } });
const bool = (name, clauses) => ({ bool: { [name]: clauses } });

const operators = {
  eq: single('term'),
  ne: (field, operand) => bool('must_not', single('term')(field, operand)),
  gt: range('gt'),
  gte: range('gte'),
  lt: range('lt'),
  lte: range('lte'),
  range: (field, [gte, lte]) => ({ range: { [field]: { gte, lte } } }),
  match: single('match'),
  matchPhrase: single('match_phrase'),
  matchPhrasePrefix: single('match_phrase_prefix'),
  multiMatch: (field, operand) => ({ multi_match: { query: operand, fields: [field] } }),
  exists: (field, operand) => (operand ? { exists: { field } } : bool('must_not', { exists: { field } })),
  wildcard: single('wildcard'),
  regexp: single('regexp'),
};

const both = (clauses) => (clauses.length === 1 ? clauses[0] : bool('must', clauses));

/** As JSON text; null for what is no query. */
export function toElasticsearchQueryDSL(query) {
  if (typeof query !== 'object' || query === null || Array.isArray(query)) return null;
  const visit = (node) => both(Object.entries(node).map(([key, operand]) => {
    if (key === 'and') return bool('must', operand.map(visit));
    if (key === 'or') return bool('should', operand.map(visit));
    if (key === 'not') return bool('must_not', visit(operand));
    return both(Object.entries(operand).map(([operator, value]) => {
      if (!operators[operator]) throw new Error(`${operator} is no operator of a search`);
      return operators[operator](key, value);
    }));
  }));
  return JSON.stringify(visit(query));
}
