// SPDX-License-Identifier: Apache-2.0
// The frame of a test that compares every backend, or every schema, with its twin.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Accepted, report, reportStale } from './accepted.mjs';
import { names } from './backends.mjs';

/** Runs `find(name)`, which returns differences, for every name. */
export function compareEach(testName, all, find) {
  const accepted = new Accepted(testName);
  for (const name of all) {
    test(`${testName} of ${name} equals the peer's`, async () => {
      assert.equal(report(accepted.rest(name, await find(name))), '');
    });
  }
  test(`every accepted difference of ${testName} still exists`, () => {
    assert.equal(reportStale(accepted.stale()), '');
  });
}

/** For every backend of the list. */
export const compareBackends = (testName, find, list = names) => compareEach(testName, list, find);
