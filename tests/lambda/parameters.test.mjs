// SPDX-License-Identifier: Apache-2.0
// Secrets become variables before a handler sees its first event: in C++ by way of AWS's extension, in Node.js by the
// code that stands before a bundle.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { withFunction } from './lib/runtime_api.mjs';

const placeholder = '<value will be resolved during runtime>';
const config = (names) =>
  JSON.stringify(Object.fromEntries(names.map((name) => [name, { path: `/own/${name}`, sharedPath: `/shared/${name}` }])));

/** AWS's extension for parameters and secrets, as its documentation has it. */
async function withExtension(parameters, use, { notReady = 0 } = {}) {
  const seen = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://localhost');
    seen.push({ name: url.searchParams.get('name'), decrypted: url.searchParams.get('withDecryption'), token: request.headers['x-aws-parameters-secrets-token'] });
    if (seen.length <= notReady) return void response.writeHead(400).end('not ready to serve traffic, please wait');
    if (url.pathname !== '/systemsmanager/parameters/get') return void response.writeHead(404).end();
    const value = parameters[url.searchParams.get('name')];
    if (value === 500) return void response.writeHead(500).end('InternalServerError');
    if (value === undefined) return void response.writeHead(400).end('operation error SSM: GetParameter, ParameterNotFound: ');
    response.end(JSON.stringify({ Parameter: { Name: url.searchParams.get('name'), Type: 'SecureString', Value: value }, ResultMetadata: {} }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await use(String(server.address().port), seen);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const probe = (names, port, use) =>
  withFunction(
    process.env.AMPLIFY_PROBE,
    {
      env: {
        AMPLIFY_SSM_ENV_CONFIG: config(names),
        PARAMETERS_SECRETS_EXTENSION_HTTP_PORT: port,
        ...Object.fromEntries(names.map((name) => [name, placeholder])),
      },
    },
    use,
  );
const variable = async (api, name) => {
  const { body, error } = await api.invoke(JSON.stringify({ do: 'variable', name }));
  return error ?? JSON.parse(body);
};

test('C++: a value comes from the deployment, or else from the app', () =>
  withExtension({ '/own/KEY': 'own "ä"', '/shared/KEY': 'shared', '/shared/OTHER': 'shared too' }, (port, seen) =>
    probe(['KEY', 'OTHER', 'NONE'], port, async (api) => {
      assert.equal(await variable(api, 'KEY'), 'own "ä"');
      assert.equal(await variable(api, 'OTHER'), 'shared too');
      assert.equal(await variable(api, 'NONE'), null);
      await api.says(/NONE has no value: there is no parameter \/own\/NONE/);
      assert.deepEqual(seen[0], { name: '/own/KEY', decrypted: 'true', token: 'session-token' });
      assert.equal(seen.length, 5, 'asked once in a minute');
    }),
  ));

test('C++: the extension may need time to start', () =>
  withExtension(
    { '/own/KEY': 'own' },
    (port) => probe(['KEY'], port, async (api) => assert.equal(await variable(api, 'KEY'), 'own')),
    { notReady: 3 },
  ));

test('C++: without the extension an invocation fails, and says why', () =>
  probe(['KEY'], '9', async (api) => {
    assert.equal((await variable(api, 'KEY')).errorType, 'MissingSecretsLayerError');
  }));

test('C++: a failure of Systems Manager is the error of an invocation', () =>
  withExtension({ '/own/KEY': 500 }, (port) =>
    probe(['KEY'], port, async (api) => {
      assert.equal((await variable(api, 'KEY')).errorType, 'ParameterError');
    }),
  ));

test('C++: a configuration that is none keeps the function from starting', () =>
  withFunction(process.env.AMPLIFY_PROBE, { env: { AMPLIFY_SSM_ENV_CONFIG: 'nonsense' } }, async (api) => {
    assert.equal((await api.initError).error.errorType, 'InvalidParameterConfigError');
  }));

const directory = mkdtempSync(join(tmpdir(), 'amplify-parameters-'));
after(() => rmSync(directory, { recursive: true }));

/** Runs the code before a bundle with a Systems Manager that has these parameters; what the handler then sees. */
function node(names, parameters, { seconds = 0, later = parameters } = {}) {
  const sdk = join(directory, 'node_modules/@aws-sdk/client-ssm');
  mkdirSync(sdk, { recursive: true });
  writeFileSync(join(sdk, 'package.json'), '{"name": "@aws-sdk/client-ssm", "type": "module", "exports": "./index.mjs"}');
  writeFileSync(
    join(sdk, 'index.mjs'),
    `let parameters = ${JSON.stringify(parameters)};
     globalThis.change = () => (parameters = ${JSON.stringify(later)});
     globalThis.calls = [];
     export class SSM {
       async getParameters({ Names, WithDecryption }) {
         if (Names.length > 10 || Names.length === 0 || new Set(Names).size !== Names.length || !WithDecryption) throw new Error('ValidationException');
         globalThis.calls.push(Names);
         if (parameters.fails) throw new Error('ThrottlingException');
         return {
           Parameters: Names.filter((name) => name in parameters).map((Name) => ({ Name, Value: parameters[Name] })),
           InvalidParameters: Names.filter((name) => !(name in parameters)),
         };
       }
     }`,
  );
  cpSync(new URL('../../src/function/load_parameters.mjs', import.meta.url), join(directory, 'load_parameters.mjs'));
  writeFileSync(
    join(directory, 'main.mjs'),
    `import { mock } from 'node:test';
     if (${seconds}) mock.timers.enable({ apis: ['setInterval'] });
     await import('./load_parameters.mjs');
     if (${seconds}) {
       globalThis.change();
       mock.timers.tick(${seconds} * 1000);
       await new Promise((resolve) => setTimeout(resolve, 50));
     }
     console.log(JSON.stringify({ env: process.env, calls: globalThis.calls ?? [] }));`,
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, ['main.mjs'], {
    cwd: directory,
    encoding: 'utf8',
    env: { ...(names && { AMPLIFY_SSM_ENV_CONFIG: typeof names === 'string' ? names : config(names) }), ...Object.fromEntries(Array.isArray(names) ? names.map((name) => [name, placeholder]) : []) },
  });
  return { status, stderr, ...(status === 0 && JSON.parse(stdout)) };
}

test('Node.js: a value comes from the deployment, or else from the app', () => {
  const { env, calls, stderr } = node(['KEY', 'OTHER', 'NONE'], { '/own/KEY': 'own', '/shared/KEY': 'shared', '/shared/OTHER': 'shared too' });
  assert.equal(env.KEY, 'own');
  assert.equal(env.OTHER, 'shared too');
  assert.equal(env.NONE, undefined);
  assert.match(stderr, /NONE has no value: there is no parameter \/own\/NONE/);
  assert.deepEqual(calls, [['/own/KEY', '/own/OTHER', '/own/NONE'], ['/shared/OTHER', '/shared/NONE']]);
});

test('Node.js: ten parameters are asked for at a time', () => {
  const names = Array.from({ length: 23 }, (_, index) => `KEY${index}`);
  const { env, calls } = node(names, Object.fromEntries(names.map((name) => [`/own/${name}`, name.toLowerCase()])));
  assert.equal(env.KEY22, 'key22');
  assert.deepEqual(calls.map(({ length }) => length), [10, 10, 3]);
});

test('Node.js: several variables may have one parameter', () => {
  const { env } = node('{"A1": {"path": "/own/X"}, "A2": {"path": "/own/X"}}', { '/own/X': 'x' });
  assert.deepEqual([env.A1, env.A2], ['x', 'x']);
});

test('Node.js: values are fetched again after a minute', () => {
  const { env } = node(['KEY'], { '/own/KEY': 'old' }, { seconds: 60, later: { '/own/KEY': 'new' } });
  assert.equal(env.KEY, 'new');
});

test('Node.js: a later failure leaves the values alone', () => {
  const { env, stderr } = node(['KEY'], { '/own/KEY': 'old' }, { seconds: 60, later: { fails: true } });
  assert.equal(env.KEY, 'old');
  assert.match(stderr, /Parameters were not refreshed: .*ThrottlingException/);
});

test('Node.js: a failure at the start keeps the handler from loading', () => {
  assert.notEqual(node(['KEY'], { fails: true }).status, 0);
});

test('Node.js: without parameters nothing is loaded', () => {
  assert.deepEqual(node(undefined, {}).calls, []);
});
