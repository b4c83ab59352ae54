// SPDX-License-Identifier: Apache-2.0
// What synthesis finds in resources is what AWS's own validator of templates finds, and that finds nothing in ours.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { cases } from './findings/cases.mjs';
import { validate } from './lib/aws_validator.mjs';
import { allNames, ours } from './lib/backends.mjs';

const program = process.env.AMPLIFY_CONFORMANCE_FINDINGS;
if (!program) throw new Error('set AMPLIFY_CONFORMANCE_FINDINGS to the program built from findings/app.cpp');

/** By its rule; what has none here is about something else. */
const ids = {
  F3002: 'UnknownPropertyError',
  F3003: 'MissingPropertyError',
  F3012: 'PropertyTypeError',
  F3031: 'PropertyPatternError',
  F3032: 'PropertyLengthError',
  F3033: 'PropertyLengthError',
  F3034: 'PropertyRangeError',
  W3030: 'UnknownValueWarning',
  W9003: 'CoercedValueWarning',
};

const lines = cases.map(([Type, Properties]) => JSON.stringify({ Type, Properties })).join('\n');
const { status, stdout, stderr } = spawnSync(program, { input: `${lines}\n`, encoding: 'utf8' });
assert.equal(status, 0, stderr);
const found = stdout.trim().split('\n').map((line) => JSON.parse(line));

cases.forEach(([Type, Properties, reason], i) => {
  const title = `${Type} ${JSON.stringify(Properties)}`.slice(0, 150);
  test(title, () => {
    const theirs = validate({ Resources: { R: { Type, Properties } } })
      .filter(({ rule }) => ids[rule])
      .map(({ rule, severity }) => ({ id: ids[rule], stops: severity === 'FATAL' || severity === 'ERROR' }));
    const our = found[i].map(({ id }) => ({ id, stops: id.endsWith('Error') }));
    const order = (list) => list.map((each) => JSON.stringify(each)).sort();
    assert.deepEqual(order(our), reason ? [] : order(theirs));
    if (reason) assert.notDeepEqual(theirs, []);
  });
});

for (const name of allNames()) {
  test(`AWS's validator finds nothing in ${name}`, () => {
    const findings = ours(name).stacks.flatMap(({ file, template }) => validate(template).map((finding) => ({ file, ...finding })));
    assert.deepEqual(findings, []);
  });
}
