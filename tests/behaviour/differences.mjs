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

export const differences = [
  {
    found: { auth_reference: ['matrix', 'sequences'], 'functions-full': ['matrix', 'sequences'], seed: ['matrix', 'sequences'], todo: ['matrix', 'sequences'], rules: ['matrix', 'sequences'] },
    covers: ({ step, peer, ours }) =>
      step.variables.input?.id === null && hasError(peer, /Type mismatch for key id expected: S actual: NULL/) && !hasError(ours, /Type mismatch/),
    reason: 'null stands for no id, as for any other field that gets a value when it has none. The peer passes it on to DynamoDB, which refuses it.',
  },
  {
    found: { auth_reference: ['matrix'], 'functions-full': ['matrix'], seed: ['matrix'], todo: ['matrix'], rules: ['matrix'] },
    covers: ({ step, peer, ours }) => isEmpty(step.variables.condition) && hasError(peer, /Invalid ConditionExpression/) && !hasError(ours, /Invalid/),
    reason: 'A condition that asks for nothing is none. The peer makes an expression with a hole of it, which DynamoDB refuses.',
  },
  {
    found: { rules: ['matrix'] },
    covers: ({ step, peer, ours }) =>
      /create/.test(step.name) && hasError(peer, /The conditional request failed/) && succeeds(ours) && isDeepStrictEqual(peer.stored, ours.stored),
    reason: 'AppSync reports success when the item is stored already exactly as it was to be put. The peer is run without that promise.',
  },
  {
    found: { rules: ['matrix'] },
    covers: ({ step, peer, ours }) =>
      Object.values(step.variables.input ?? {}).includes(null) && hasError(peer, /^Unauthorized on \[.*\]$/) && hasError(ours, /^Not Authorized to access update/) &&
      isDeepStrictEqual(peer.stored, ours.stored),
    reason: 'Who may update but not delete may not set a field to null: refused either way, with the same type. The peer, having read the item, names the field.',
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
