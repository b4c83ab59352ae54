// SPDX-License-Identifier: Apache-2.0
// The `cdk` CLI deploys every example to the emulator, changes it and destroys it: from the program, and from the
// directory that it wrote.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startEmulator } from './emulator/server.mjs';
import { cdkAt, temporaryDirectory } from './lib/cdk.mjs';
import { deployments, program } from './lib/examples.mjs';

const emulator = await startEmulator();
const { account } = emulator;
const region = account.region('us-east-1');
after(() => emulator.close());

const live = () => [...region.stacks.values()].filter(({ isDeleted }) => !isDeleted);
const stackOf = (assembly) => {
  const { artifacts } = JSON.parse(readFileSync(join(assembly, 'manifest.json'), 'utf8'));
  const [name] = Object.entries(artifacts).find(([, { type }]) => type === 'aws:cloudformation:stack');
  return live().find((stack) => stack.name === name);
};
/** Every resource of a stack and those nested in it: `stack logicalId` → physical id. */
const resourcesOf = ({ name, resources }, path = name) =>
  Object.assign({}, ...[...resources].map(([id, { nested, physicalId }]) => (nested ? resourcesOf(nested, `${path}/${id}`) : { [`${path} ${id}`]: physicalId })));

function succeeded({ status, output }) {
  assert.equal(status, 0, output);
  assert.deepEqual(emulator.unknown, []);
  return output;
}

before(async () => {
  succeeded(await cdkAt(emulator.url, temporaryDirectory())('bootstrap', `aws://${account.id}/us-east-1`));
});

describe('cdk', { concurrency: 3 }, () => {
  for (const [name, { app, context, change }] of Object.entries(deployments)) {
    test(`deploys, changes and destroys ${name}`, async () => {
      const directory = temporaryDirectory();
      const cdk = cdkAt(emulator.url, directory);
      const fromProgram = ({ app, context }) => ['--app', `"${program(app)}"`, '-o', 'out', ...context];
      const fromDirectory = ['--app', 'out'];
      const unasked = ['--require-approval', 'never'];

      succeeded(await cdk('deploy', ...fromProgram({ app, context }), ...unasked, '--outputs-file', 'outputs.json'));
      const stack = stackOf(join(directory, 'out'));
      assert.equal(stack.status, 'CREATE_COMPLETE');
      const outputs = JSON.parse(readFileSync(join(directory, 'outputs.json'), 'utf8'))[stack.name];
      assert.deepEqual(Object.keys(outputs).sort(), Object.keys(stack.definition.template.Outputs).sort());
      const created = resourcesOf(stack);

      const difference = succeeded(await cdk('diff', ...fromDirectory, '--fail'));
      assert.match(difference, /Number of stacks with differences: 0/);
      assert.match(succeeded(await cdk('deploy', ...fromDirectory, ...unasked)), /\(no changes\)/);

      succeeded(await cdk('deploy', ...fromProgram(change), ...unasked));
      assert.equal(stack.status, 'UPDATE_COMPLETE');
      const changed = resourcesOf(stack);
      assert.notDeepEqual(stack.events.filter(({ ResourceStatus }) => ResourceStatus === 'UPDATE_COMPLETE'), []);
      const kept = Object.keys(created).filter((id) => created[id] === changed[id]);
      assert.ok(kept.length > Object.keys(created).length / 3, `of ${Object.keys(created).length} resources only ${kept.length} were kept`);

      succeeded(await cdk('destroy', ...fromDirectory, '--force'));
      assert.equal(stack.status, 'DELETE_COMPLETE');
      assert.deepEqual(live().filter((each) => each.name.startsWith(stack.name)).map((each) => each.name), []);
    });
  }
});

test('what holds data stays, but in a sandbox', () => {
  assert.deepEqual(account.retained.map(({ type }) => type).sort(), ['AWS::Logs::LogGroup', 'AWS::S3::Bucket']);
});

test('cdk tells which resource failed, and that everything was rolled back', async () => {
  const cdk = cdkAt(emulator.url, temporaryDirectory());
  account.failures.push({ stackName: 'reports', logicalId: 'Group', operation: 'CREATE', reason: 'no more security groups' });
  const { status, output } = await cdk('deploy', '--app', `"${program('plain_cdk')}"`, '--require-approval', 'never');
  assert.equal(status, 1, output);
  assert.match(output, /no more security groups/);
  assert.match(output, /ROLLBACK_COMPLETE/);
  assert.deepEqual(live().map(({ name, status }) => `${name} ${status}`), ['CDKToolkit CREATE_COMPLETE', 'reports ROLLBACK_COMPLETE']);
  assert.deepEqual(emulator.unknown, []);
});
