// SPDX-License-Identifier: Apache-2.0
// `backend deploy` plans, and takes the way to the target in stages that CloudFormation can go.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { startEmulator } from './emulator/server.mjs';
import { temporaryDirectory } from './lib/cdk.mjs';
import { bootstrap } from './lib/flow.mjs';
import { assertError, environmentAt, runProgram, tool } from './lib/program.mjs';

const emulator = await startEmulator();
const { stacks } = emulator.account.region('us-east-1');
before(() => bootstrap(emulator.url));
after(() => {
  emulator.close();
  assert.deepEqual(emulator.unknown, []);
});

const environment = environmentAt(emulator);
const post = (fields) => `type Post @model @auth(rules: [{allow: public}]) { id: ID! ${fields} }\n`;
const index = (field) => `${field}: String @index(name: "by_${field}", queryField: "by_${field}")`;
const plain = post('a: String b: String c: String');
const indexed = post(['a', 'b', 'c'].map(index).join(' '));
const twiceIndexed = post(`${['a', 'b'].map(index).join(' ')} c: String`);

/** `deploy(schema, ...options)` in a directory of its own, as one sandbox. */
function sandbox(name, more = {}) {
  const directory = temporaryDirectory();
  const backend = (args, schema, during) => {
    writeFileSync(join(directory, 'schema.graphql'), schema);
    return runProgram(process.env.AMPLIFY_SCHEMA_APP, directory, args, { ...environment, AMPLIFY_SCHEMA: 'schema.graphql', ...more }, during);
  };
  return {
    directory,
    deploy: (schema, args = [], during) => backend(['deploy', '--yes', '--identifier', name, ...args], schema, during),
    stack: () => [...stacks.values()].findLast((stack) => stack.name.startsWith(`amplify-app-${name}-sandbox-`) && !stack.parent),
    tables: () => [...stacks.values()].filter((stack) => !stack.isDeleted && stack.name.startsWith(`amplify-app-${name}-`))
      .flatMap(({ resources }) => [...resources.values()].filter(({ type }) => type === 'AWS::DynamoDB::Table')),
  };
}

const indexesOf = ({ properties }) => (properties.GlobalSecondaryIndexes ?? []).map(({ IndexName }) => IndexName).sort();
const succeeded = ({ status, stdout, stderr }) => {
  assert.equal(status, 0, stderr);
  return stdout;
};

test('three new indexes take three stages', async () => {
  const ann = sandbox('ann');
  const first = succeeded(await ann.deploy(plain));
  assert.doesNotMatch(first, /Stages|stage 1/);
  assert.deepEqual(indexesOf(ann.tables()[0]), []);

  const changed = succeeded(await ann.deploy(indexed));
  assert.match(changed, /^staged +Post /m);
  for (const stage of [1, 2, 3]) assert.match(changed, new RegExp(`^stage ${stage} of 3: .*Post: add index by_`, 'm'));
  assert.deepEqual(indexesOf(ann.tables()[0]), ['by_a', 'by_b', 'by_c']);
  assert.ok(existsSync(join(ann.directory, 'cdk.stages', '3', 'manifest.json')));

  assert.match(succeeded(await ann.deploy(indexed)), /^nothing changes$/m);
});

test('without a plan, CloudFormation refuses them', async () => {
  const bob = sandbox('bob');
  succeeded(await bob.deploy(plain, ['--no-plan']));
  assertError(await bob.deploy(twiceIndexed, ['--no-plan']), 'MultipleIndexChangesError', /help: deploy index by index/);
  assert.deepEqual(indexesOf(bob.tables()[0]), []);
});

test('what destroys data must be named', async () => {
  const cleo = sandbox('cleo');
  succeeded(await cleo.deploy(plain));
  const [before] = cleo.tables();
  const keyed = 'type Post @model @auth(rules: [{allow: public}]) { a: ID! @primaryKey b: String c: String }\n';
  const outputs = readFileSync(join(cleo.directory, 'amplify_outputs.json'), 'utf8');
  const refused = await cleo.deploy(keyed);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /^error\[DestructiveChangeError\] Post: [^]*help: if that is meant: --allow-destructive Post$/m);
  assert.equal(cleo.tables()[0].physicalId, before.physicalId);
  assert.equal(readFileSync(join(cleo.directory, 'amplify_outputs.json'), 'utf8'), outputs);

  const deployed = succeeded(await cleo.deploy(keyed, ['--allow-destructive', 'Post', '--allow-destructive', 'Post.id']));
  assert.match(deployed, /^stage 1 of 2: everything else; Post: remove the old table$/m);
  assert.match(deployed, /^stage 2 of 2: the new tables$/m);
  assert.deepEqual(cleo.tables()[0].properties.KeySchema, [{ AttributeName: 'a', KeyType: 'HASH' }]);
});

test('an interrupt while a stage is deployed leaves a state to go on from', async () => {
  const dan = sandbox('dan');
  succeeded(await dan.deploy(plain));
  let interrupted = false;
  const stopped = await dan.deploy(twiceIndexed, [], (child, { stdout }) => {
    const at = stdout.indexOf('stage 2 of 2');
    if (interrupted || at < 0 || !stdout.slice(at).includes('_IN_PROGRESS')) return;
    interrupted = true;
    child.kill('SIGINT');
  });
  assertError(stopped, 'InterruptedError', /deploy, stage 2 of 2: [^]*help: look at the stack/);
  assert.notEqual(indexesOf(dan.tables()[0]).length, 0);
  succeeded(await dan.deploy(twiceIndexed));
  assert.deepEqual(indexesOf(dan.tables()[0]), ['by_a', 'by_b']);
});

test('an interrupt that the cdk CLI outlives ends the way at its stage', async () => {
  const eve = sandbox('eve');
  succeeded(await eve.deploy(plain));
  const stubborn = temporaryDirectory();
  tool(stubborn, 'cdk', `trap '' INT; echo 's |  1/2 | 10:11:12 AM | UPDATE_IN_PROGRESS | AWS::X::Y | Id'; sleep 1; exit 0`);
  const stubbornEve = sandbox('eve', { PATH: `${stubborn}:${environment.PATH}` });
  let interrupted = false;
  const stopped = await stubbornEve.deploy(indexed, [], (child, { stdout }) => {
    if (interrupted || !stdout.includes('_IN_PROGRESS')) return;
    interrupted = true;
    child.kill('SIGINT');
  });
  assertError(stopped, 'InterruptedError', /stage 1 of 3 is done, the rest is not begun\nhelp: deploy again/);
});

test('an interrupt while AWS is asked comes before anything is done', async () => {
  const slow = temporaryDirectory();
  tool(slow, 'aws', `echo > '${join(slow, 'asked')}'; exec sleep 60`);
  const fay = sandbox('fay', { PATH: `${slow}:${environment.PATH}` });
  let watching = false;
  const stopped = await fay.deploy(plain, [], async (child) => {
    if (watching) return;
    watching = true;
    while (!existsSync(join(slow, 'asked'))) await setTimeout(50);
    child.kill('SIGINT');
  });
  assertError(stopped, 'InterruptedError', /aws ssm get-parameter: it was interrupted\nhelp: begin again/);
  assert.equal(fay.stack(), undefined);
});

test('--json prints one object, once it is done', async () => {
  const gus = sandbox('gus');
  const { stack, outputs, plan } = JSON.parse(succeeded(await gus.deploy(plain, ['--json'])));
  assert.equal(stack, gus.stack().name);
  assert.equal(outputs, 'amplify_outputs.json');
  assert.equal(plan.stages.length, 1);
});

test('without the aws CLI the error tells how to do without', async () => {
  const bare = temporaryDirectory();
  for (const name of ['cdk', 'node', 'sh', 'env', 'cat', 'sed', 'dirname']) {
    tool(bare, name, `PATH='${environment.PATH}' exec ${name} "$@"`);
  }
  const hal = sandbox('hal', { PATH: bare });
  assertError(await hal.deploy(plain), 'ToolNotFoundError', /--no-plan/);
  succeeded(await hal.deploy(plain, ['--no-plan']));
});
