// SPDX-License-Identifier: Apache-2.0
// Holds what a test found against the list of accepted differences.
import { inspect, isDeepStrictEqual } from 'node:util';
import { differences } from '../differences.mjs';

function matches(expected, actual) {
  if (expected instanceof RegExp) return typeof actual === 'string' && expected.test(actual);
  return typeof expected === 'function' ? expected(actual) : isDeepStrictEqual(expected, actual);
}

const show = (value) => (value === undefined ? 'nothing' : typeof value === 'string' ? value : inspect(value, { depth: null }));

/** The accepted differences of one test, remembering which of them were found. */
export class Accepted {
  #entries;
  #found = new Set();
  #compared = new Set();

  constructor(test, list = differences) {
    this.#entries = list.filter((entry) => entry.test === test);
  }

  /** The differences that no entry covers. */
  rest(backend, found) {
    this.#compared.add(backend).add('*');
    return found.filter((difference) => {
      const entry = this.#entries.find(
        (entry) =>
          [backend, '*'].includes(entry.backend) &&
          entry.path.test(difference.path) &&
          matches(entry.peer, difference.peer) &&
          matches(entry.ours, difference.ours),
      );
      if (entry) this.#found.add(entry);
      return !entry;
    });
  }

  /** The entries for backends held against the list that covered nothing. */
  stale() {
    return this.#entries.filter((entry) => this.#compared.has(entry.backend) && !this.#found.has(entry));
  }
}

/** A message for humans, '' when there is no difference. */
export const report = (found) =>
  found.map(({ path, peer, ours }) => `${path}\n    peer: ${show(peer)}\n    ours: ${show(ours)}`).join('\n');

export const reportStale = (entries) =>
  entries.map(({ backend, path }) => `stale entry in differences.mjs: ${backend} ${path}`).join('\n');
