// SPDX-License-Identifier: Apache-2.0
// The handlers of examples/webhooks, as they are deployed.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { withFunction } from './lib/runtime_api.mjs';

const { AMPLIFY_WEBHOOKS: backend, AMPLIFY_ESBUILD: esbuild, AMPLIFY_SOURCE: source } = process.env;
const directory = mkdtempSync(join(tmpdir(), 'amplify-webhooks-'));
after(() => rmSync(directory, { recursive: true }));

const program = (name) => join(dirname(backend), '..', `example.webhooks.${name}.function/x86_64/bootstrap`);
const event = (name) => readFileSync(join(source, 'tests/lambda/events', `${name}.json`), 'utf8');

test('a batch is worked on message by message, and only what failed comes again', () =>
  withFunction(program('process'), {}, async (api) => {
    const [record] = JSON.parse(event('sqs')).Records;
    const message = (messageId, body) => ({ ...record, messageId, body });
    const Records = [message('1', '{"event":"paid"}'), message('2', 'no JSON'), message('3', '{}'), message('4', '{"event":"sent"}')];
    const { body } = await api.invoke(JSON.stringify({ Records }));
    assert.deepEqual(JSON.parse(body), { batchItemFailures: [{ itemIdentifier: '2' }, { itemIdentifier: '3' }] });
  }));

test('a route is answered', () =>
  withFunction(program('health'), {}, async (api) => {
    const { statusCode, body } = JSON.parse((await api.invoke(event('http'))).body);
    assert.equal(statusCode, 200);
    assert.deepEqual(JSON.parse(body), { ok: true, path: JSON.parse(event('http')).rawPath });
  }));

test('a schedule calls', () =>
  withFunction(program('sweep'), {}, async (api) => {
    assert.equal((await api.invoke(event('schedule'))).error, undefined);
  }));

const options = { skip: esbuild && !esbuild.endsWith('NOTFOUND') ? false : 'SKIPPED: esbuild is not installed' };

test('what is signed is put into the queue, and nothing else', options, () => {
  const output = join(directory, 'out');
  const { status, stderr } = spawnSync(backend, ['synth', '--output', output], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  const bundle = readdirSync(output).filter((file) => file.startsWith('asset.')).map((file) => join(output, file, 'index.mjs'))
    .find(existsSync);
  cpSync(bundle, join(directory, 'index.mjs'));
  // Stand-ins of what Lambda's runtime brings.
  const module = (name, text) => {
    const at = join(directory, 'node_modules/@aws-sdk', name);
    mkdirSync(at, { recursive: true });
    writeFileSync(join(at, 'package.json'), '{"type":"module","exports":"./index.js"}');
    writeFileSync(join(at, 'index.js'), text);
  };
  module('client-ssm', 'export class SSM { async getParameters({ Names }) { return { Parameters: Names.map((Name) => ({ Name, Value: "key" })) }; } }');
  module('client-sqs', 'export class SQS { async sendMessage(message) { console.log(JSON.stringify(message)); } }');
  const signature = (text) => createHmac('sha256', 'key').update(text).digest('hex');
  const events = [
    { body: 'hello', headers: { 'x-signature': signature('hello') } },
    { body: Buffer.from('ä').toString('base64'), isBase64Encoded: true, headers: { 'x-signature': signature('ä') } },
    { body: 'hello', headers: { 'x-signature': signature('other') } },
    { body: 'hello', headers: {} },
  ];
  const script = `
    const { handler } = await import(${JSON.stringify(pathToFileURL(join(directory, 'index.mjs')).href)});
    for (const event of ${JSON.stringify(events)}) console.log(JSON.stringify(await handler(event)));
    process.exit(0);`;
  const ran = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { DELIVERIES_QUEUE_URL: 'https://queue', AMPLIFY_SSM_ENV_CONFIG: '{"SIGNING_KEY":{"path":"/key"}}' },
  });
  assert.equal(ran.status, 0, ran.stderr);
  assert.deepEqual(ran.stdout.trim().split('\n').map((line) => JSON.parse(line)), [
    { QueueUrl: 'https://queue', MessageBody: 'hello' },
    { statusCode: 202, body: 'taken' },
    { QueueUrl: 'https://queue', MessageBody: 'ä' },
    { statusCode: 202, body: 'taken' },
    { statusCode: 401, body: 'not signed' },
    { statusCode: 401, body: 'not signed' },
  ]);
});
