// SPDX-License-Identifier: Apache-2.0
// The `cdk` CLI deploys every example to the emulator, changes it and destroys it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startEmulator } from './emulator/server.mjs';
import { cdkAt, temporaryDirectory } from './lib/cdk.mjs';
import { deployments, program } from './lib/examples.mjs';
import { bootstrap, deployChangeDestroy } from './lib/flow.mjs';

const emulator = await startEmulator();
const { account } = emulator;
const { stacks } = account.region('us-east-1');
before(() => bootstrap(emulator.url));
after(() => {
  emulator.close();
  assert.deepEqual(emulator.unknown, []);
});

const live = () => [...stacks.values()].filter(({ isDeleted }) => !isDeleted);
const named = (name) => [...stacks.values()].findLast((stack) => stack.name === name);

/** Every resource of a stack and those nested in it: path and logical id → physical id. */
const resourcesOf = ({ name, resources }, path = name) =>
  Object.assign({}, ...[...resources].map(([id, { nested, physicalId }]) => (nested ? resourcesOf(nested, `${path}/${id}`) : { [`${path} ${id}`]: physicalId })));

describe('cdk', { concurrency: 3 }, () => {
  for (const [name, deployment] of Object.entries(deployments)) {
    test(`deploys, changes and destroys ${name}`, async () => {
      let created;
      await deployChangeDestroy(emulator.url, deployment, {
        afterDeploy(stackName, outputs, template) {
          const stack = named(stackName);
          assert.equal(stack.status, 'CREATE_COMPLETE');
          assert.deepEqual(Object.keys(outputs).sort(), Object.keys(template.Outputs).sort());
          assert.deepEqual([...stack.resources.keys()].sort(), Object.keys(template.Resources).sort());
          created = resourcesOf(stack);
        },
        afterChange(stackName) {
          const stack = named(stackName);
          assert.equal(stack.status, 'UPDATE_COMPLETE');
          assert.ok(stack.events.some(({ LogicalResourceId, ResourceStatus }) => ResourceStatus === 'UPDATE_COMPLETE' && LogicalResourceId !== stackName));
          const changed = resourcesOf(stack);
          const kept = Object.keys(created).filter((id) => created[id] === changed[id]);
          const most = Math.min(Object.keys(created).length, Object.keys(changed).length);
          assert.ok(kept.length > most / 4, `of ${most} resources only ${kept.length} were kept`);
        },
        afterDestroy(stackName) {
          assert.equal(named(stackName).status, 'DELETE_COMPLETE');
          assert.deepEqual(live().filter((each) => each.name.startsWith(stackName)).map((each) => each.name), []);
        },
      });
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
});
