// SPDX-License-Identifier: Apache-2.0
// `backend check` finds in the examples what is expected and nothing else, and what it writes is SARIF by the format's own schema.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import Ajv from 'ajv';
import { executable } from './lib/backends.mjs';

const require = createRequire(import.meta.url);
const schema = JSON.parse(readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'));
delete schema.$schema; // an older draft of JSON Schema, of which it uses nothing that has changed
delete schema.id;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false }); // one of its patterns is none with Unicode
ajv.addFormat('uri', (text) => URL.canParse(text));
ajv.addFormat('uri-reference', (text) => URL.canParse(text, 'file:///'));
ajv.addFormat('date-time', (text) => !Number.isNaN(Date.parse(text)));
const isSarif = ajv.compile(schema);

const branch = ['--branch', 'main', '--app-id', 'd1abc'];

/** What is found in sandboxes; that doesn't fail a build. */
const inSandboxes = { escape_hatch: ['NoDeadLetterRisk'] };

/** What is found on branches besides. */
const onBranches = {
  auth_full: ['EndlessLogsRisk'],
  blog: [
    'DeletionProtectionRisk', 'EndlessLogsRisk', 'MfaOffRisk', 'NoAccessLogsRisk', 'NoBackupRisk', 'NoVersionsRisk', 'OpenBucketCorsRisk',
    'OpenIntrospectionRisk', 'UnlimitedQueriesRisk',
  ],
  escape_hatch: ['DeletionProtectionRisk', 'MfaOffRisk', 'NoAccessLogsRisk', 'NoBackupRisk', 'NoThrottleRisk', 'OpenCorsRisk'],
  hello_function: ['EndlessLogsRisk'],
  photo_share: ['EndlessLogsRisk', 'MfaOffRisk', 'NoVersionsRisk', 'OpenBucketCorsRisk'],
  seed: ['DeletionProtectionRisk', 'MfaOffRisk', 'NoAccessLogsRisk', 'NoBackupRisk'],
  shop: ['DeletionProtectionRisk', 'MfaOffRisk', 'NoAccessLogsRisk', 'NoBackupRisk', 'OpenIntrospectionRisk', 'UnlimitedQueriesRisk'],
  todo: ['DeletionProtectionRisk', 'MfaOffRisk', 'NoAccessLogsRisk', 'NoBackupRisk', 'OpenIntrospectionRisk', 'UnlimitedQueriesRisk'],
  webhooks: ['EndlessLogsRisk'],
};

function check(name, options) {
  const { status, stdout, stderr } = spawnSync(executable(name), ['check', ...options], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  assert.equal(stderr, '');
  return { status, report: JSON.parse(stdout) };
}

function found(name, options) {
  const { findings } = check(name, ['--json', ...options]).report;
  return [...new Set(findings.filter(({ acknowledged }) => !acknowledged).map(({ id }) => id))].sort();
}

for (const [name, expected] of Object.entries(onBranches)) {
  test(`${name} has nothing to mend in a sandbox`, () => {
    assert.deepEqual(found(name, []), inSandboxes[name] ?? []);
    assert.equal(check(name, ['--json']).status, 0);
  });

  test(`${name} on a branch`, () => {
    assert.deepEqual(found(name, branch), [...expected, ...(inSandboxes[name] ?? [])].sort());
  });

  test(`${name} as SARIF`, () => {
    const { report } = check(name, ['--sarif', ...branch]);
    assert.ok(isSarif(report), JSON.stringify(isSarif.errors, null, 2));
    const { results, tool } = report.runs[0];
    for (const { ruleId, ruleIndex, locations } of results) {
      assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
      assert.match(locations[0].physicalLocation.artifactLocation.uri, /^examples\//);
    }
  });
}

test('a file that is no SARIF is told', () => assert.equal(isSarif({ version: '2.1.0' }), false));
