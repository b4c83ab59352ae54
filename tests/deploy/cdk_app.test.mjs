// SPDX-License-Identifier: Apache-2.0
// What the `cdk` CLI and a program tell each other: context, look-ups, faults.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { startEmulator } from './emulator/server.mjs';
import { cdkAt, temporaryDirectory } from './lib/cdk.mjs';

const program = process.env.AMPLIFY_DEPLOY_APP;
if (!program) throw new Error('set AMPLIFY_DEPLOY_APP to the program built from app/app.cpp');

const emulator = await startEmulator();
const { parameters } = emulator.account.region('us-east-1');
const environment = `account=${emulator.account.id}:parameterName=/greeting:region=us-east-1`;
after(() => emulator.close());

/** A project of its own: `synth(...arguments)` gives `{ status, output, outputs }`. */
function project() {
  const directory = temporaryDirectory();
  const cdk = cdkAt(emulator.url, directory);
  const read = (name) => JSON.parse(readFileSync(join(directory, name), 'utf8'));
  const synth = async (...args) => {
    const result = await cdk('synth', '--app', `"${program}"`, '-o', 'out', '-q', ...args);
    assert.deepEqual(emulator.unknown, []);
    const values = existsSync(join(directory, 'out', 'app.template.json')) ? read('out/app.template.json').Outputs ?? {} : {};
    return { ...result, outputs: Object.fromEntries(Object.entries(values).map(([name, { Value }]) => [name, Value])) };
  };
  return { directory, read, synth, write: (name, content) => writeFileSync(join(directory, name), JSON.stringify(content)) };
}

const lookUp = ['-c', 'look-up=/greeting'];
const asked = () => emulator.calls.filter((call) => call.includes('GetParameter')).length;

// One after the other: they count the calls.
describe('cdk', () => {
  test('looks up what the program asks for, and keeps the answer', async () => {
    parameters.set('/greeting', 'hello');
    const { read, synth } = project();
    const first = await synth(...lookUp);
    assert.equal(first.status, 0, first.output);
    assert.equal(first.outputs.Found, 'hello');
    assert.deepEqual(read('cdk.context.json'), { [`ssm:${environment}`]: 'hello' });
    assert.equal(read('out/manifest.json').missing, undefined);
    assert.equal(read('out/manifest.json').artifacts.app.environment, `aws://${emulator.account.id}/us-east-1`);
    const before = asked();
    assert.equal((await synth(...lookUp)).outputs.Found, 'hello');
    assert.equal(asked(), before);
  });

  test('names what it may not look up', async () => {
    const { synth } = project();
    const { status, output } = await synth(...lookUp, '--no-lookups');
    assert.equal(status, 1, output);
    assert.ok(output.includes(`ssm:${environment}`), output);
  });

  test('finds nothing, and the program says for which line', async () => {
    const { synth } = project();
    const { status, output } = await synth('-c', 'look-up=/nothing');
    assert.equal(status, 1, output);
    assert.match(output, /error\[ContextLookupError\] app: the look-up failed: .*\/nothing/);
    assert.match(output, /at tests\/deploy\/app\/app\.cpp:\d+\nhelp: /);
    const fallback = await synth('-c', 'look-up=/nothing', '-c', 'fallback=default');
    assert.equal(fallback.status, 0, fallback.output);
    assert.equal(fallback.outputs.Found, 'default');
  });

  test('hands over a large context', async () => {
    const { synth, write } = project();
    write('cdk.json', { context: { large: 'x'.repeat(200_000), small: 'here' } });
    const { output, outputs } = await synth();
    assert.deepEqual(outputs, { Length: '200000', Small: 'here' }, output);
  });

  test('tells findings with line and help, and once', async () => {
    const { output, status } = await project().synth('-c', 'finding=yes');
    assert.equal(status, 0, output);
    assert.match(output, /tests\/deploy\/app\/app\.cpp:\d+:1\nWARNING .*FifoTopic.*\(amplify-cpp\)\n +app\/Topic \(Topic\)/i);
    assert.match(output, /Suggested fix: write true or false\n +Acknowledge with 'amplify-cpp::CoercedValueWarning'/);
    assert.equal(output.match(/FifoTopic/g).length, 1, output);
    const acknowledged = await project().synth('-c', 'finding=yes', '-c', 'acknowledged=yes');
    assert.doesNotMatch(acknowledged.output, /FifoTopic/);
  });

  test('fails for a finding where it is strict', async () => {
    assert.equal((await project().synth('-c', 'finding=yes', '--strict')).status, 1);
    assert.equal((await project().synth('-c', 'finding=yes', '-c', 'acknowledged=yes', '--strict')).status, 0);
  });

  test('stops at a fault of the program, and gets its code', async () => {
    const { directory, synth } = project();
    const { status, output } = await synth('-c', 'fault=yes');
    assert.equal(status, 1, output);
    assert.match(output, /error\[DuplicateConstructError\] app\/Topic: .*\n +at tests\/deploy\/app\/app\.cpp:\d+\nhelp: /);
    assert.equal(readFileSync(join(directory, 'out', 'error.txt'), 'utf8'), 'DuplicateConstructError');
    assert.ok(!existsSync(join(directory, 'out', 'manifest.json')));
  });
});
