// SPDX-License-Identifier: Apache-2.0
// The constructs of single services make what the CDK's make: the same resources with the same
// properties, and IAM policies that mean the same.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadAssembly } from './lib/assembly.mjs';
import { checkAssembly } from './lib/assembly_check.mjs';
import { temporaryDirectory } from './lib/backends.mjs';
import { differences } from './constructs/differences.mjs';
import { isDeepStrictEqual } from 'node:util';
import { diff } from './lib/diff.mjs';
import { meaning } from './lib/constructs.mjs';

const program = process.env.AMPLIFY_CONFORMANCE_CONSTRUCTS;
if (!program) throw new Error('set AMPLIFY_CONFORMANCE_CONSTRUCTS to the program built from constructs/app.cpp');

function synthesized(command, ...args) {
  const directory = join(temporaryDirectory(), 'cdk.out');
  const environment = { ...process.env, CDK_OUTDIR: undefined };
  const result = spawnSync(command, [...args, directory], { encoding: 'utf8', env: environment });
  assert.equal(result.status, 0, result.stderr);
  return directory;
}

const peer = loadAssembly(synthesized(process.execPath, fileURLToPath(new URL('constructs/peer.mjs', import.meta.url))));
const ours = loadAssembly(synthesized(program));
const allDirectory = synthesized(program, 'all');
const all = loadAssembly(allDirectory);

test('resources, properties and permissions are those of the CDK', () => {
  const found = diff(meaning(peer), meaning(ours));
  const covers = ({ path, peer, ours }, item) =>
    path === item.path && isDeepStrictEqual(peer, item.peer) && isDeepStrictEqual(ours, item.ours);
  assert.deepEqual(found.filter((item) => !differences.some((entry) => covers(entry, item))), []);
  const stale = differences.filter((entry) => !found.some((item) => covers(entry, item)));
  assert.deepEqual(stale, [], 'stale entries in constructs/differences.mjs');
});

test('logical ids of what holds data are those of the CDK', () => {
  const ids = ({ template }) =>
    Object.entries(template.Resources)
      .filter(([, { DeletionPolicy, Type }]) => DeletionPolicy === 'Retain' || Type === 'AWS::SecretsManager::Secret')
      .map(([id]) => id)
      .sort();
  assert.deepEqual(ids(ours.root), ids(peer.root));
});

test('the assembly keeps to the specification', () => {
  assert.deepEqual(checkAssembly(all), []);
});

const installed = spawnSync('cfn-lint', ['--version'], { encoding: 'utf8' }).status === 0;
test('cfn-lint finds nothing', { skip: !installed && 'cfn-lint is not installed' }, () => {
  const template = join(allDirectory, all.root.file);
  const result = spawnSync('cfn-lint', ['--regions', 'us-east-1', '--format', 'parseable', '--', template], { encoding: 'utf8' });
  assert.equal(result.stdout + result.stderr, '');
});
