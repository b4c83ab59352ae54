// SPDX-License-Identifier: Apache-2.0
// `backend deploy` when things go wrong: with the real `cdk` CLI, whatever fails becomes one error with its name, its
// cause and what to do, and what was there before is there still.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startEmulator } from './emulator/server.mjs';
import { temporaryDirectory } from './lib/cdk.mjs';
import { program } from './lib/examples.mjs';
import { bootstrap } from './lib/flow.mjs';
import { assertError, environmentAt, runProgram, tool } from './lib/program.mjs';

const emulator = await startEmulator();
const { account } = emulator;
const { stacks } = account.region('us-east-1');
before(() => bootstrap(emulator.url));
after(() => {
  emulator.close();
  assert.deepEqual(emulator.unknown, []);
});

const environment = environmentAt(emulator);

/** Runs a program, by default that of `todo`. */
const backend = (directory, args, { program: file = program('todo'), ...env } = {}, during) =>
  runProgram(file, directory, args, { ...environment, ...env }, during);

const deploy = (directory, name, env, during) => backend(directory, ['deploy', '--yes', '--identifier', name], env, during);
const stackOf = (name) => [...stacks.values()].findLast((stack) => stack.name.startsWith(`amplify-app-${name}-sandbox-`) && !stack.parent);

test('what clients read stays when an update fails', async () => {
  const directory = temporaryDirectory();
  const first = await deploy(directory, 'ann');
  assert.equal(first.status, 0, first.stderr);
  const outputs = readFileSync(join(directory, 'amplify_outputs.json'), 'utf8');

  account.failures.push({ logicalId: 'amplifyDataModels03BA9A6632', operation: 'CREATE', reason: 'Rate exceeded' });
  const changed = await backend(directory, ['deploy', '--yes', '--allow-destructive', 'Todo', '--identifier', 'ann'], { program: program('seed') });
  assertError(changed, 'ThrottlingError', /Rate exceeded\n {2}at .*data\/resource\.hpp:\d+\nhelp: deploy again/);
  assert.equal(stackOf('ann').status, 'UPDATE_ROLLBACK_COMPLETE');
  assert.equal(readFileSync(join(directory, 'amplify_outputs.json'), 'utf8'), outputs);
});

test('a resource that fails is named, with its reason and a remedy', async () => {
  const directory = temporaryDirectory();
  account.failures.push({ logicalId: 'amplifyAuthUserPool4BA7F805', operation: 'CREATE', reason: 'Limit Exceeded: LimitExceededException' });
  const failed = await deploy(directory, 'bob');
  assertError(failed, 'LimitExceededError', /help: ask AWS for more in Service Quotas/);
  assert.match(failed.stderr, /AWS::Cognito::UserPool \S*\/UserPool\/Resource: .*\n {2}at \S+auth\/resource\.hpp:\d+\n/);
  assert.equal(stackOf('bob').status, 'ROLLBACK_COMPLETE');
  assert.ok(!existsSync(join(directory, 'amplify_outputs.json')));

  // The record of the first try is in nobody's way.
  const again = await deploy(directory, 'bob');
  assert.equal(again.status, 0, again.stderr);
  assert.ok(existsSync(join(directory, 'amplify_outputs.json')));
});

test('a rollback that failed is told with the way out', async () => {
  const directory = temporaryDirectory();
  const first = await deploy(directory, 'cleo');
  assert.equal(first.status, 0, first.stderr);
  stackOf('cleo').status = 'UPDATE_ROLLBACK_FAILED';
  const changed = await backend(directory, ['deploy', '--yes', '--allow-destructive', 'Todo', '--identifier', 'cleo'], { program: program('seed') });
  assertError(changed, 'RollbackFailedError', /help: continue the rollback/);
});

for (const [key, name, help] of [
  ['stale', 'ExpiredTokenError', /help: sign in again/],
  ['unknown', 'CredentialsError', /help: set AWS_PROFILE/],
  ['denied', 'AccessDeniedError', /help: ask for the permission/],
]) {
  test(`credentials that AWS calls ${key} are told`, async () => {
    for (const more of [[], ['--no-plan']]) {
      const result = await backend(temporaryDirectory(), ['deploy', '--yes', '--identifier', key, ...more], { AWS_ACCESS_KEY_ID: key });
      assertError(result, name, help);
    }
  });
}

test('no credentials at all are told', async () => {
  const none = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };
  assertError(await deploy(temporaryDirectory(), 'eve', none), 'CredentialsError', /help: set AWS_PROFILE/);
});

test('an account that was never bootstrapped is told', async () => {
  for (const more of [[], ['--no-plan']]) {
    const args = ['deploy', '--yes', '--identifier', 'fay', ...more];
    const result = await backend(temporaryDirectory(), args, { AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-1' });
    assertError(result, 'BootstrapNotDetectedError', /help: run `npx aws-cdk bootstrap`/);
  }
});

test('an endpoint that nobody answers at is told', async () => {
  assertError(await deploy(temporaryDirectory(), 'gus', { AWS_ENDPOINT_URL: 'http://127.0.0.1:9' }), 'NetworkError', /help: check the network/);
});

test('an interrupt goes on to the cdk CLI, and the state is told', async () => {
  const directory = temporaryDirectory();
  let interrupted = false;
  const result = await deploy(directory, 'hal', {}, (child, { stdout }) => {
    if (interrupted || !stdout.includes('_IN_PROGRESS')) return;
    interrupted = true;
    child.kill('SIGINT');
  });
  assertError(result, 'InterruptedError', /help: look at the stack/);
  assert.ok(!existsSync(join(directory, 'amplify_outputs.json')));
  const again = await deploy(directory, 'hal');
  assert.equal(again.status, 0, again.stderr);
});

test('a cdk CLI that is too old is told', async () => {
  const old = temporaryDirectory();
  const message = 'This CDK CLI is not compatible with the CDK library used by your application. Please upgrade the CLI to the latest version.\n(Cloud assembly schema version mismatch: Maximum schema version supported is 30.0.0, but found 36.0.0)';
  tool(old, 'cdk', `printf '%s\\n' '${message}' >&2; exit 1`);
  const result = await deploy(temporaryDirectory(), 'jan', { PATH: `${old}:${environment.PATH}` });
  assertError(result, 'CDKVersionMismatchError', /help: install the cdk CLI/);
});

test('a cdk CLI that is killed is told', async () => {
  const killed = temporaryDirectory();
  tool(killed, 'cdk', 'kill -9 $$');
  const result = await deploy(temporaryDirectory(), 'kim', { PATH: `${killed}:${environment.PATH}` });
  assertError(result, 'InterruptedError', /CloudFormation goes on/);
});

test('a disk that is full is told, and the last assembly stays', async () => {
  const directory = temporaryDirectory();
  const before = await backend(directory, ['synth']);
  assert.equal(before.status, 0, before.stderr);
  const manifest = readFileSync(join(directory, 'cdk.out', 'manifest.json'), 'utf8');
  // Files may have 1,024 bytes: to a program, that is what a full disk is.
  const limited = tool(directory, 'limited', `trap '' XFSZ; ulimit -f 2; exec '${program('todo')}' "$@"`);
  for (const args of [['synth', '--identifier', 'new'], ['deploy', '--yes', '--identifier', 'new']]) {
    const result = await backend(directory, args, { program: limited });
    assertError(result, 'OutputDirectoryError', /it can't be written: .*\nhelp: /);
  }
  assert.equal(readFileSync(join(directory, 'cdk.out', 'manifest.json'), 'utf8'), manifest);
  assert.deepEqual(readdirSync(directory).sort(), ['cdk.out', 'limited']); // and no rest beside it
});

test('--debug shows what the tools said', async () => {
  const directory = temporaryDirectory();
  const result = await backend(directory, ['deploy', '--yes', '--no-plan', '--debug', '--identifier', 'leo'], { AWS_ACCESS_KEY_ID: 'stale' });
  assert.equal(result.status, 1);
  assert.match(result.stderr, /cdk deploy amplify-app-leo-sandbox-.* ended with 1:\n/);
  assert.match(result.stderr, /There are expired AWS credentials/);
  assert.match(result.stderr, /^error\[ExpiredTokenError\] /m);
});
