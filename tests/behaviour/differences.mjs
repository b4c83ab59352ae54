// SPDX-License-Identifier: Apache-2.0
// The accepted differences in behaviour from Amplify for TypeScript. A difference that no entry covers fails its test,
// and so does an entry that covers nothing.
//
//   found     where it is found: backend → kinds of cases
//   covers    tells, of `{ path, step, peer, ours }`, whether this is it
//   reason    why ours is right
import { isDeepStrictEqual } from 'node:util';

const hasError = ({ errors = [] }, pattern) => errors.some(({ message }) => pattern.test(message));
const succeeds = ({ errors }) => errors === undefined;
const isEmpty = (value) => value !== null && typeof value === 'object' && Object.keys(value).length === 0;

/** Items without the attributes that hold several fields of which one is null. */
const withoutNullParts = (stored) => JSON.parse(JSON.stringify(stored ?? {}), (name, value) =>
  (name.includes('#') && typeof value === 'string' && value.split('#').includes('null') ? undefined : value));
const both = ['matrix', 'sequences'];
const inAll = (kinds, backends) => Object.fromEntries(backends.map((backend) => [backend, kinds]));

const every = ['auth_reference', 'authz', 'blog-data', 'custom-ops', 'data-only', 'functions-full', 'modes', 'relations', 'rules', 'scalars', 'seed', 'todo'];

export const differences = [
  {
    found: inAll(both, every),
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
    found: inAll(['matrix'], ['rules', 'scalars']),
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
    found: { relations: both },
    covers: ({ peer, ours }) => isDeepStrictEqual({ ...peer, stored: withoutNullParts(peer.stored) }, { ...ours, stored: withoutNullParts(ours.stored) }),
    reason: 'A sort key of several fields is not stored while one of them is null. The peer writes the word null into it, for queries to find.',
  },
  {
    found: { authz: ['matrix'], 'blog-data': both },
    covers: ({ step, peer, ours }) => Object.keys(step.variables.input ?? {}).length === 1 && !hasError(peer, /nauthorized/) && hasError(ours, /^Unauthorized$/),
    reason: 'Who may delete but not update may not make an update, even one that changes nothing but the time of it.',
  },
  {
    found: inAll(['matrix'], ['blog-data', 'relations']),
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
