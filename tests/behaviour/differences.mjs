// SPDX-License-Identifier: Apache-2.0
// The accepted differences in behaviour from Amplify for TypeScript. A difference that no entry covers fails its test,
// and so does an entry that covers nothing.
//
//   found     where it is found: backend → kinds of cases
//   covers    tells, of `{ path, step, peer, ours }`, whether this is it
//   reason    why ours is right
import { isDeepStrictEqual } from 'node:util';

const hasError = ({ errors = [] }, pattern) => errors.some(({ message }) => pattern.test(message));
/** Both sides refuse, in words that begin alike; what follows tells where in an expression, how long one is, or which key. */
const refuseAlike = (peer, ours, beginnings) => {
  const said = ({ errors = [] }) => errors.map(({ message }) => beginnings.find((text) => message.startsWith(text)));
  return peer.errors !== undefined && said(peer).every(Boolean) && isDeepStrictEqual(said(peer), said(ours));
};
const refusals = [
  ...['Filter', 'Condition'].flatMap((kind) => [`Invalid ${kind}Expression: Syntax error;`, `Invalid ${kind}Expression: Expression size has exceeded the maximum allowed size;`]),
  'ExpressionAttributeValues contains invalid key: The expression attribute map contains a key that is too long;',
  ...['overflow', 'underflow'].map((kind) => `ExpressionAttributeValues contains invalid value: Number ${kind}.`),
];
const unreadableFilter = /^Unable to process the filter expression$/;
const succeeds = ({ errors }) => errors === undefined;
const isEmpty = (value) => value !== null && typeof value === 'object' && Object.keys(value).length === 0;

/** Items without the attributes that hold several fields of which one is null. */
const withoutNullParts = (stored) => JSON.parse(JSON.stringify(stored ?? {}), (name, value) =>
  (name.includes('#') && typeof value === 'string' && value.split('#').includes('null') ? undefined : value));
const both = ['matrix', 'sequences'];
const bad = ['bad_requests'];
const all = [...both, ...bad];
const inAll = (kinds, backends) => Object.fromEntries(backends.map((backend) => [backend, kinds]));

const every = ['auth_reference', 'authz', 'blog-data', 'custom-ops', 'data-only', 'functions-full', 'modes', 'relations', 'rules', 'scalars', 'seed', 'todo'];

export const differences = [
  {
    found: inAll(all, every),
    covers: ({ step, peer, ours }) =>
      step.variables.input?.id === null && hasError(peer, /Type mismatch for key id expected: S actual: NULL/) && !hasError(ours, /Type mismatch/),
    reason: 'null stands for no id, as for any other field that gets a value when it has none. The peer passes it on to DynamoDB, which refuses it.',
  },
  {
    found: inAll(['matrix'], every),
    covers: ({ step, peer, ours }) => isEmpty(step.variables.condition) && hasError(peer, /Invalid ConditionExpression/) && !hasError(ours, /Invalid/),
    reason: 'A condition that asks for nothing is none. The peer makes an expression with a hole of it, which DynamoDB refuses.',
  },
  {
    found: inAll(['matrix', 'bad_requests'], ['rules', 'scalars']),
    covers: ({ step, peer, ours }) =>
      /create/.test(step.name) && hasError(peer, /The conditional request failed/) && succeeds(ours) && isDeepStrictEqual(peer.stored, ours.stored),
    reason: 'AppSync reports success when the item is stored already exactly as it was to be put. The peer is run without that promise.',
  },
  {
    found: { authz: both },
    covers: ({ path, step }) => /member of Super\w+ by text/.test(`${path} ${step.caller}`),
    reason: 'A claim that is the text of one group is compared with it. The peer looks for the name anywhere in the text, so that SuperAdmin is Admin.',
  },
  {
    found: { authz: ['matrix'], 'blog-data': both, relations: both },
    covers: ({ peer, ours }) => hasError(peer, /Type mismatch for Index Key/) && !hasError(ours, /Type mismatch/),
    reason: 'An item that has null in a key of an index is stored without it, and is not in the index. The peer does so for partition keys of declared indexes; of other keys DynamoDB refuses null.',
  },
  {
    found: { relations: all },
    covers: ({ peer, ours }) => isDeepStrictEqual({ ...peer, stored: withoutNullParts(peer.stored) }, { ...ours, stored: withoutNullParts(ours.stored) }),
    reason: 'A sort key of several fields is not stored while one of them is null. The peer writes the word null into it, for queries to find.',
  },
  {
    found: { authz: ['matrix'], 'blog-data': both },
    covers: ({ step, peer, ours }) => Object.keys(step.variables.input ?? {}).length === 1 && !hasError(peer, /nauthorized/) && hasError(ours, /^Unauthorized$/),
    reason: 'Who may delete but not update may not make an update, even one that changes nothing but the time of it.',
  },
  {
    found: inAll(['matrix', 'bad_requests'], ['blog-data', 'relations']),
    covers: ({ peer, ours }) => hasError(peer, /KeyConditionExpressions must only contain one condition per key/) && hasError(ours, /must specify at most one key condition operation/),
    reason: 'Two conditions on a sort key are refused before the query is made, in the words that the peer has for keys of several fields.',
  },
  {
    found: { modes: both },
    covers: ({ step, peer, ours }) => step.caller === 'oidcNameless' && !hasError(peer, /nauthorized|Not Authorized/) && hasError(ours, /Not Authorized/),
    reason: 'A token of a provider that has no user name names nobody in a form that is stored, and is told so. The peer shows such callers an empty list.',
  },
  {
    found: { 'custom-ops': ['matrix'] },
    covers: ({ step, peer, ours }) => step.caller === 'guest' && peer.data && isDeepStrictEqual(Object.keys(peer.data), Object.keys(ours.data)) && !ours.errors,
    reason: 'Guests see what the operation returns that they may call: their policy has its type, as that of models has theirs. The peer leaves it out.',
  },
  {
    found: inAll(bad, every),
    covers: ({ step, peer, ours }) => step.variables.condition !== undefined && !hasError(peer, unreadableFilter) && hasError(ours, unreadableFilter),
    reason: 'A condition that cannot be read is refused, as a filter is. The peer writes as if there were none.',
  },
  {
    found: inAll(bad, every),
    covers: ({ peer, ours }) => refuseAlike(peer, ours, refusals),
    reason: 'Both are refused by DynamoDB, for the same reason. It adds where in the expression, how long it is, or a placeholder, and that depends on how it was put together.',
  },
  {
    found: inAll(bad, every),
    covers: ({ step, peer, ours }) => /^query.* get\w+\(/.test(step.query) && succeeds(peer) && hasError(ours, /^One or more parameter values were invalid: (?:The AttributeValue for a key attribute cannot contain an empty string value|Size of hashkey has exceeded|Aggregated size of all range keys)/),
    reason: 'A key that no item can have is refused by GetItem. The peer makes a query, which dynalite answers with nothing.',
  },
  {
    found: { ...inAll(bad, ['auth_reference', 'blog-data', 'custom-ops', 'modes', 'rules', 'seed']), authz: ['matrix'] },
    covers: ({ peer, ours }) => hasError(peer, /Not Authorized/) && isDeepStrictEqual(peer.stored, ours.stored) && (hasError(ours, unreadableFilter) || hasError(ours, /^(?:Invalid ConditionExpression|ExpressionAttributeValues contains invalid key|One or more parameter values|Item size)/)),
    reason: 'A write that no item could allow is refused as such, whosever the item is. The peer reads the item first.',
  },
  {
    found: inAll(bad, every),
    covers: ({ step, peer, ours }) => /^subscription/.test(step.query) && hasError(peer, /^\w+ response: /) && hasError(ours, unreadableFilter),
    reason: 'A filter with null in place of a filter is refused. The engine of the peer’s template fails at it.',
  },
  {
    found: inAll(bad, ['authz', 'blog-data', 'relations']),
    covers: ({ step, peer, ours }) => /^query.* get/.test(step.query) && succeeds(peer) && hasError(ours, unreadableFilter),
    reason: 'A filter that cannot be read is refused for relations too. The peer gives all that is related.',
  },
  {
    found: { relations: bad },
    covers: ({ peer, ours }) => isDeepStrictEqual(peer.errors?.map(({ message }) => message.replaceAll('$operation', 'x')), ours.errors?.map(({ message }) => message.replace(/\.(?:eq|l[et]|g[et]|beginsWith)\./g, '.x.'))),
    reason: 'The message names the operator. The peer’s has the name of a variable that its template does not know.',
  },
  {
    found: inAll(bad, ['blog-data', 'relations']),
    covers: ({ step, peer, ours }) => /^between/.test(step.name) && !hasError(peer, /exactly two elements/) && hasError(ours, /expects exactly two elements\.$|BETWEEN is not valid for NULL/),
    reason: 'between takes two values, and says so. The peer looks for a value by the text of its variable, or for the text null.',
  },
  {
    found: { authz: bad },
    covers: ({ path, ours }) => /^OwnerIndexed\/alice\/list\/a token of/.test(path) && hasError(ours, /^The provided starting key is (?:invalid|outside)/),
    reason: 'An owner’s list is a query of the index that has all of it: its tokens are those of that query, and no others.',
  },
  {
    found: { authz: bad },
    covers: ({ path, peer, ours }) => path === 'OwnerIndexed/alice/list/no operators' && hasError(peer, /Invalid FilterExpression: Syntax error/) && succeeds(ours),
    reason: 'A filter that asks for nothing is none. The peer adds the owner to it, and so makes an expression with a hole.',
  },
  {
    found: inAll(bad, every),
    covers: ({ step, peer, ours }) => /^subscription/.test(step.query) && isDeepStrictEqual(peer.filter, { filterGroup: [] }) && hasError(ours, unreadableFilter),
    reason: 'A filter that comes to nothing is refused: AppSync does not say whether one without groups lets everything through. The peer sets it.',
  },
];

/** The differences that no entry covers, and the entries for these cases that cover nothing. */
export function judge(backend, kind, found, list = differences) {
  const entries = list.filter((entry) => entry.found[backend]?.includes(kind));
  const used = new Set();
  const rest = found.filter((difference) => {
    const entry = entries.find(({ covers }) => covers(difference));
    if (entry) used.add(entry);
    return !entry;
  });
  return { rest, stale: entries.filter((entry) => !used.has(entry)) };
}
