// SPDX-License-Identifier: Apache-2.0
// Typed handlers answer the events of AWS's documentation.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { withFunction } from './lib/runtime_api.mjs';

const { AMPLIFY_EVENTS: program } = process.env;
const payload = (name) => readFileSync(new URL(`events/${name}.json`, import.meta.url), 'utf8');

/** [handler, payload, result] */
const cases = [
  ['rest', 'rest', { statusCode: 201, headers: { 'x-path': '/my/path' }, body: 'POST Hello from Lambda!' }],
  ['http', 'http', { statusCode: 200, cookies: ['a=1'], body: 'POST /my/path value1' }],
  ['http', 'url', { statusCode: 200, cookies: ['a=1'], body: 'GET /my/path value1' }],
  ['s3', 's3', 'DOC-EXAMPLE-BUCKET/b21b84d653bb07b05b1e6b33684dc11b/my photo(1).jpg'],
  ['sns', 'sns', 'Hello from SNS!'],
  ['schedule', 'schedule', 'Scheduled Event of arn:aws:scheduler:us-east-1:123456789012:schedule/default/my-schedule'],
  ['sqs', 'sqs', { batchItemFailures: [{ itemIdentifier: '059f36b4-87a3-44ab-83d2-661975830a7d' }] }],
  ['kinesis', 'kinesis', { batchItemFailures: [{ itemIdentifier: '49590338271490256608559692540925702759324208523137515618' }] }],
  ['dynamodb', 'dynamodb', 'INSERT New item!'],
  ['appsync', 'appsync', { field: 'Query.getPost', arguments: { postId: '3', limit: 5 } }],
  ['appsync', 'amplify_function', { field: 'Query.sayHello', arguments: { name: 'Ann' } }],
  ['say_hello', 'amplify_function', { text: 'Hello, Ann', kind: null, day: null }],
  [
    'pre_sign_up',
    'cognito_pre_sign_up',
    { ...JSON.parse(payload('cognito_pre_sign_up')), response: { autoConfirmUser: true, autoVerifyEmail: false, autoVerifyPhone: false } },
  ],
  ['post_confirmation', 'cognito_post_confirmation', JSON.parse(payload('cognito_post_confirmation'))],
];

for (const [handler, name, expected] of cases) {
  test(`${handler} answers ${name}`, () =>
    withFunction(program, { env: { _HANDLER: handler } }, async (api) => {
      assert.deepEqual(JSON.parse((await api.invoke(payload(name))).body), expected);
    }));
}

test('an event of another kind is told with the place', () =>
  withFunction(program, { env: { _HANDLER: 's3' } }, async (api) => {
    const { error } = await api.invoke(payload('sqs'));
    assert.equal(error.errorType, 'InvalidPayloadError');
    assert.equal(error.errorMessage, 'Records[0].eventName is missing');
  }));

const sayHello = async (event) => {
  let answer;
  await withFunction(program, { env: { _HANDLER: 'say_hello' } }, async (api) => {
    const { body, error } = await api.invoke(JSON.stringify(event));
    answer = error ?? JSON.parse(body);
  });
  return answer;
};

test('an operation gets typed arguments and gives a typed result', async () => {
  const event = { typeName: 'Query', fieldName: 'sayHello', arguments: { name: 'Ann', day: '2030-12-31', kind: 'LONG' } };
  assert.deepEqual(await sayHello(event), { text: 'Hello, Ann', kind: 'LONG', day: '2030-12-31' });
  assert.equal(await sayHello({ ...event, arguments: { name: 'nobody' } }), null);
});

test('arguments that do not fit the schema are told by their place', async () => {
  const { errorType, errorMessage } = await sayHello({ typeName: 'Query', fieldName: 'sayHello', arguments: { name: 5, kind: 'MEDIUM', day: 'today' } });
  assert.equal(errorType, 'InvalidPayloadError');
  assert.match(errorMessage, /name: is no text\nday: `today` is no a\.date\(\).*\nkind: `MEDIUM` is no value of the enum: there are SHORT, LONG/);
});
