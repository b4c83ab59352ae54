// SPDX-License-Identifier: Apache-2.0
// The runtime of C++ handlers talks to the Runtime API as AWS describes it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ended, withFunction } from './lib/runtime_api.mjs';

const { AMPLIFY_PROBE: probe } = process.env;
const ask = (api, event, headers) => api.invoke(JSON.stringify(event), headers);

test('invocations are answered one after another, on one connection', () =>
  withFunction(probe, {}, async (api) => {
    for (let i = 0; i < 50; ++i) {
      const event = { do: 'echo', i, text: 'ä"\\' };
      assert.deepEqual(JSON.parse((await ask(api, event)).body), event);
    }
    assert.equal(api.connections, 1);
  }));

test('payloads may come in chunks', () =>
  withFunction(probe, { chunked: true }, async (api) => {
    const event = { do: 'echo', text: 'x'.repeat(100_000) };
    assert.deepEqual(JSON.parse((await ask(api, event)).body), event);
    assert.deepEqual(JSON.parse((await ask(api, { do: 'echo' })).body), { do: 'echo' });
  }));

test('a connection that was closed is made again', () =>
  withFunction(probe, { dropAfter: 1 }, async (api) => {
    assert.equal((await ask(api, { do: 'echo' })).body, '{"do":"echo"}');
    assert.equal((await ask(api, { do: 'echo' })).body, '{"do":"echo"}');
    assert.equal(api.connections, 2);
  }));

test('a handler gets the context', () =>
  withFunction(probe, { timeout: 5000 }, async (api) => {
    const client = { client: { app_title: 'shop' }, custom: { a: 'b' } };
    const identity = { cognitoIdentityId: 'us-east-1:0f1e', cognitoIdentityPoolId: 'us-east-1:9a' };
    const { body } = await ask(api, { do: 'context' }, {
      'Lambda-Runtime-Client-Context': JSON.stringify(client),
      'Lambda-Runtime-Cognito-Identity': JSON.stringify(identity),
    });
    const context = JSON.parse(body);
    assert.match(context.awsRequestId, /^[0-9a-f-]{36}$/);
    assert.equal(context.invokedFunctionArn, 'arn:aws:lambda:us-east-1:123456789012:function:probe');
    assert.match(context.traceId, /^Root=1-/);
    assert.deepEqual(context.clientContext, client);
    assert.deepEqual(context.identity, identity);
    assert.ok(context.remaining > 3000 && context.remaining <= 5000, `${context.remaining} ms remain`);
    const trace = await ask(api, { do: 'variable', name: '_X_AMZN_TRACE_ID' });
    assert.equal(JSON.parse(trace.body), context.traceId);
  }));

test('an exception is the error of its invocation alone', () =>
  withFunction(probe, {}, async (api) => {
    const { error, errorType } = await ask(api, { do: 'throw' });
    assert.deepEqual(error, { errorMessage: 'went "wrong"\nat \ufffd', errorType: 'std::runtime_error', stackTrace: [] });
    assert.equal(errorType, 'Function.std::runtime_error');
    await api.says(/std::runtime_error: went "wrong"/);
    assert.equal((await ask(api, { do: 'echo' })).body, '{"do":"echo"}');
  }));

test('an error has the type that the handler gives it', () =>
  withFunction(probe, {}, async (api) => {
    const { error, errorType } = await ask(api, { do: 'throw type' });
    assert.equal(error.errorType, 'OrderNotFound');
    assert.equal(error.errorMessage, 'there is no order 5');
    assert.equal(errorType, 'Function.OrderNotFound');
  }));

test('anything may be thrown', () =>
  withFunction(probe, {}, async (api) => {
    const { error } = await ask(api, { do: 'throw other' });
    assert.match(error.errorType, /Own$/);
    assert.equal((await ask(api, { do: 'echo' })).body, '{"do":"echo"}');
  }));

test('a malformed payload is an error of its invocation', () =>
  withFunction(probe, {}, async (api) => {
    for (const payload of ['{"do":', '', '\xff', 'null', '[]', '{"do": 5}']) {
      const { error } = await api.invoke(payload);
      assert.ok(error.errorType.length > 0, payload);
    }
    const { error } = await api.invoke('{"do":');
    assert.equal(error.errorType, 'InvalidPayloadError');
    assert.equal((await ask(api, { do: 'echo' })).body, '{"do":"echo"}');
  }));

test('a response has up to 6 MB', () =>
  withFunction(probe, { timeout: 20_000 }, async (api) => {
    const most = 6_291_556;
    const quotes = 2;
    assert.equal((await ask(api, { do: 'big', size: most - quotes })).body.length, most);
    const { error, errorType } = await ask(api, { do: 'big', size: most - quotes + 1 });
    assert.equal(errorType, 'Function.ResponseSizeTooLarge');
    assert.match(error.errorMessage, /6291557 bytes\) exceeded maximum allowed payload size \(6291556 bytes\)/);
    assert.equal((await ask(api, { do: 'echo' })).body, '{"do":"echo"}');
  }));

test('a payload has up to 6 MB', () =>
  withFunction(probe, { timeout: 20_000 }, async (api) => {
    const event = { do: 'echo', text: 'x'.repeat(6_000_000) };
    assert.equal((await ask(api, event)).body, JSON.stringify(event));
  }));

test('what takes too long is stopped', () =>
  withFunction(probe, { timeout: 300 }, async (api) => {
    await assert.rejects(ask(api, { do: 'sleep', milliseconds: 5000 }), Ended);
    assert.equal(await api.exited, 'SIGKILL');
  }));

test('a crash ends the program', () =>
  withFunction(probe, {}, async (api) => {
    await assert.rejects(ask(api, { do: 'crash' }), Ended);
    assert.equal(await api.exited, 'SIGABRT');
  }));

test('a failure to start is reported', () =>
  withFunction(probe, { env: { FAIL_TO_START: '1' } }, async (api) => {
    const { error, errorType } = await api.initError;
    assert.deepEqual(error, { errorMessage: "TABLE isn't set", errorType: 'NoTable', stackTrace: [] });
    assert.equal(errorType, 'Runtime.NoTable');
    assert.equal(await api.exited, 1);
  }));

test('outside Lambda the program says so', () =>
  withFunction(probe, { env: { AWS_LAMBDA_RUNTIME_API: undefined } }, async (api) => {
    assert.equal(await api.exited, 1);
    await api.says(/AWS_LAMBDA_RUNTIME_API isn't set/);
  }));

test('without a Runtime API the program ends', () =>
  withFunction(probe, { env: { AWS_LAMBDA_RUNTIME_API: '127.0.0.1:9' } }, async (api) => {
    assert.equal(await api.exited, 1);
    await api.says(/the Lambda Runtime API: connect/);
  }));
