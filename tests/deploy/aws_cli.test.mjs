// SPDX-License-Identifier: Apache-2.0
// What is deployed, read back by AWS's own command line, alone and through the program's commands.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startEmulator } from './emulator/server.mjs';
import { temporaryDirectory } from './lib/cdk.mjs';
import { program } from './lib/examples.mjs';
import { bootstrap } from './lib/flow.mjs';
import { environmentAt, runProgram } from './lib/program.mjs';

const emulator = await startEmulator();
const region = emulator.account.region('us-east-1');
before(() => bootstrap(emulator.url));
after(() => {
  emulator.close();
  assert.deepEqual(emulator.unknown, []);
});

const directory = temporaryDirectory();
const environment = environmentAt(emulator);
const run = (file, args, input) => runProgram(file, directory, args, environment, undefined, input);

async function succeeded(...command) {
  const { status, stdout, stderr } = await run(...command);
  assert.equal(status, 0, stderr);
  return stdout;
}

const backend = (...args) => succeeded(program('seed'), args);
const aws = async (...args) => JSON.parse(await succeeded('aws', [...args, '--output', 'json', '--endpoint-url', emulator.url]));

test('what was deployed is there', async () => {
  await backend('deploy', '--yes', '--identifier', 'ann');
  const [stack] = [...region.stacks.values()].filter(({ name, parent }) => !parent && name.includes('-ann-'));

  const { Stacks } = await aws('cloudformation', 'describe-stacks', '--stack-name', stack.name);
  assert.equal(Stacks[0].StackStatus, 'CREATE_COMPLETE');
  const template = JSON.parse(readFileSync(join(directory, 'cdk.out', `${stack.name}.template.json`), 'utf8'));
  assert.deepEqual(Stacks[0].Outputs.map(({ OutputKey }) => OutputKey).sort(), Object.keys(template.Outputs).sort());

  const { StackResources } = await aws('cloudformation', 'describe-stack-resources', '--stack-name', stack.name);
  const types = Object.fromEntries(StackResources.map(({ LogicalResourceId, ResourceType }) => [LogicalResourceId, ResourceType]));
  assert.deepEqual(types, Object.fromEntries(Object.entries(template.Resources).map(([id, { Type }]) => [id, Type])));
});

test('outputs reads the file that deploy wrote', async () => {
  const written = readFileSync(join(directory, 'amplify_outputs.json'), 'utf8');
  assert.equal(await backend('outputs', '--identifier', 'ann', '--out-dir', '-'), written);
  assert.match((await run(program('seed'), ['outputs', '--identifier', 'nobody'])).stderr, /^error\[StackDoesNotExistError\]/);
});

test('diff compares with what is deployed', async () => {
  assert.match(await backend('diff', '--identifier', 'ann'), /^no differences$/m);
  assert.match(await succeeded(program('todo'), ['diff', '--identifier', 'ann']), /Post/);
});

test('secrets are set, shown, listed and removed', async () => {
  const secret = (...args) => backend('secret', ...args, '--identifier', 'ann');
  await succeeded(program('seed'), ['secret', 'set', 'KEY', '--identifier', 'ann'], 'sesame\n');
  const [name] = [...region.parameters.keys()].filter((each) => each.endsWith('/KEY'));
  assert.match(name, /^\/amplify\/app\/ann-sandbox-[0-9a-f]{10}\/KEY$/);
  assert.ok(region.secrets.has(name));
  assert.equal(region.parameters.get(name), 'sesame');

  assert.equal(await secret('get', 'KEY'), 'sesame\n');
  assert.deepEqual(JSON.parse(await secret('list', '--json')), ['KEY']);
  await succeeded(program('seed'), ['secret', 'set', 'KEY', '--identifier', 'ann'], 'other\n');
  assert.equal(await secret('get', 'KEY'), 'other\n');
  assert.equal((await aws('ssm', 'get-parameter', '--name', name, '--with-decryption')).Parameter.Value, 'other');
  await secret('remove', 'KEY');
  assert.ok(!region.parameters.has(name));
  const gone = await run(program('seed'), ['secret', 'get', 'KEY', '--identifier', 'ann']);
  assert.equal(gone.status, 1);
  assert.match(gone.stderr, /^error\[SecretNotFoundError\]/);
});

test('a secret of an app is shared by its branches', async () => {
  const shared = ['--shared', '--app-id', 'd1abc'];
  await succeeded(program('seed'), ['secret', 'set', 'TOKEN', ...shared], 'all');
  assert.equal(region.parameters.get('/amplify/shared/d1abc/TOKEN'), 'all');
  await backend('secret', 'remove', '--all', ...shared);
  assert.deepEqual([...region.parameters.keys()].filter((name) => name.startsWith('/amplify/shared/')), []);
});
