// SPDX-License-Identifier: Apache-2.0
// cfn-lint, where it is installed, has nothing to say about any template.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { allNames, ourDirectory, ours } from './lib/backends.mjs';

const installed = spawnSync('cfn-lint', ['--version'], { encoding: 'utf8' }).status === 0;
const reason = installed ? false : 'cfn-lint is not installed: templates are not linted';
if (reason) console.log(`SKIPPED: ${reason}`);

for (const name of reason ? ['every backend'] : allNames()) {
  test(`cfn-lint finds nothing in the templates of ${name}`, { skip: reason }, () => {
    const files = ours(name).stacks.map(({ file }) => join(ourDirectory(name), file));
    const result = spawnSync('cfn-lint', ['--regions', 'us-east-1', '--format', 'parseable', '--', ...files], { encoding: 'utf8' });
    assert.equal(result.stdout + result.stderr, '');
    assert.equal(result.status, 0);
  });
}
