// SPDX-License-Identifier: Apache-2.0
// Amplify's client finds an HTTP API by its name in our outputs, reaches its path, and signs what it
// sends for the API's region.
import { Amplify } from 'aws-amplify';
import { get, post } from 'aws-amplify/api';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { executable, ours, temporaryDirectory } from './lib/backends.mjs';

const region = 'eu-west-1';
const endpoint = `https://a1b2c3.execute-api.${region}.amazonaws.com`;

/** What CloudFormation makes of an output. */
function deployed(value) {
  if (typeof value !== 'object') return String(value);
  const [[name, argument]] = Object.entries(value);
  if (name === 'Fn::Join') return argument[1].map(deployed).join(argument[0]);
  if (name === 'Ref' && argument === 'AWS::Region') return region;
  if (name === 'Fn::GetAtt' && argument[1].endsWith('ApiEndpoint')) return endpoint;
  return assert.fail(`what is ${JSON.stringify(value)}?`);
}

/** `amplify_outputs.json` of a deployment. */
function outputsOf(name) {
  const template = ours(name).root.template;
  const list = Object.entries(template.Outputs).map(([OutputKey, { Value }]) => ({
    OutputKey,
    OutputValue: OutputKey === 'customOutputs' ? deployed(Value) : typeof Value === 'string' ? Value : region,
  }));
  const file = join(temporaryDirectory(), 'stack.json');
  writeFileSync(file, JSON.stringify({ Stacks: [{ StackName: 'stack', StackStatus: 'CREATE_COMPLETE', Outputs: list }] }));
  const result = spawnSync(executable(name), ['outputs', '--from', file, '--out-dir', '-'], { encoding: 'utf8' });
  assert.equal(result.status, 0, result.stderr);
  return JSON.parse(result.stdout);
}

const sent = [];
globalThis.fetch = async (url, { method, headers, body }) => {
  sent.push({ url: String(url), method, headers, body });
  return new Response('{"ok":true}', { status: 200, headers: { 'content-type': 'application/json' } });
};

function configure(credentials) {
  const outputs = outputsOf('webhooks');
  Amplify.configure(outputs);
  const config = Amplify.getConfig();
  Amplify.configure(
    { ...config, API: { ...config.API, REST: outputs.custom.API } },
    credentials && { Auth: { credentialsProvider: { getCredentialsAndIdentityId: async () => ({ credentials }), clearCredentialsAndIdentityId() {} } } },
  );
}

test('post reaches the route of the API', async () => {
  configure();
  const { body } = await post({ apiName: 'webhooks', path: 'hooks/shop', options: { body: { item: 'tea' } } }).response;
  assert.deepEqual(await body.json(), { ok: true });
  const [{ url, method, body: text }] = sent.splice(0);
  assert.equal(method, 'POST');
  assert.equal(url, `${endpoint}/hooks/shop`);
  assert.deepEqual(JSON.parse(text), { item: 'tea' });
});

test('requests are signed for the region of the API', async () => {
  configure({ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' });
  await get({ apiName: 'webhooks', path: 'health' }).response;
  const [{ headers }] = sent.splice(0);
  const authorization = new Headers(headers).get('authorization');
  assert.match(authorization, /Credential=AKIDEXAMPLE\/\d{8}\/eu-west-1\/execute-api\/aws4_request/);
});
