// SPDX-License-Identifier: Apache-2.0
// The same deployments where moto, if it is installed, takes the place of our emulator: its services know more than a
// list of resources, such as whether a resolver's field is in the schema.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { backendIn } from './lib/backend.mjs';
import { cdkAt, temporaryDirectory } from './lib/cdk.mjs';
import { deployments } from './lib/examples.mjs';
import { bootstrap, deployChangeDestroy } from './lib/flow.mjs';

const python = ['python3', '-c', 'import moto.server, moto.cloudformation.models, moto.cognitoidp.models, moto.appsync.models'];
const reason = spawnSync(python[0], python.slice(1)).status !== 0 && 'moto is not installed: there is no second opinion on deployments';
if (reason) console.log(`SKIPPED: ${reason}`);

/** Todo is what seed is changed to. */
const { todo, ...asked } = deployments;

describe('cdk on moto', { skip: reason }, () => {
  let server;
  let url;
  before(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    server = spawn(python[0], ['-m', 'second_opinion', String(port)], {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await answering(server, url);
    await bootstrap(url);
  });
  after(() => server.kill('SIGKILL'));

  for (const [name, deployment] of Object.entries(asked)) {
    test(`deploys, changes and destroys ${name}`, { timeout: 120_000 }, async () => {
      const before = await services(url);
      await deployChangeDestroy(url, deployment, {
        async afterDeploy(stackName, outputs, template) {
          assert.deepEqual(Object.keys(outputs).sort(), Object.keys(template.Outputs).sort());
          assert.notDeepEqual(await services(url), before);
        },
        async afterDestroy() {
          assert.deepEqual(await services(url), before);
        },
      });
    });
  }

  test('goes the stages of a plan, each of which changes one index', { timeout: 120_000 }, async () => {
    const directory = temporaryDirectory();
    const cdk = cdkAt(url, directory);
    const backend = backendIn(directory);
    const post = (index) => `type Post @model @auth(rules: [{allow: public}]) { id: ID! ${['a', 'b'].map(index).join(' ')} }`;
    const plain = post((name) => `${name}: String`);
    const indexed = post((name) => `${name}: String @index(name: "by_${name}", queryField: "by_${name}")`);
    const run = (...args) => assert.equal(backend(...args).status, 0);
    const deploy = async (app) => assert.equal((await cdk('deploy', '--app', app, '--require-approval', 'never')).status, 0, app);

    run(plain, 'synth', '--output', 'first');
    run(indexed, 'synth', '--output', 'target');
    run(indexed, 'plan', '--against', 'first', '--output', 'stages');
    await deploy('first');
    for (const stage of ['stages/1', 'stages/2']) await deploy(stage);
    assert.match((await cdk('deploy', '--app', 'target', '--require-approval', 'never')).output, /\(no changes\)/);
    assert.equal((await cdk('destroy', '--app', 'target', '--force')).status, 0);
  });
});

/** What the services themselves list, whatever CloudFormation says. */
async function services(url) {
  const list = async (service, target, input, key) => {
    const headers = {
      authorization: `AWS4-HMAC-SHA256 Credential=tester/20260101/us-east-1/${service}/aws4_request, Signature=none`,
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': target,
    };
    return (await (await fetch(url, { method: 'POST', headers, body: JSON.stringify(input) })).json())[key];
  };
  return {
    userPools: await list('cognito-idp', 'AWSCognitoIdentityProviderService.ListUserPools', { MaxResults: 10 }, 'UserPools'),
    identityPools: await list('cognito-identity', 'AWSCognitoIdentityService.ListIdentityPools', { MaxResults: 10 }, 'IdentityPools'),
    tables: await list('dynamodb', 'DynamoDB_20120810.ListTables', {}, 'TableNames'),
    queues: (await list('sqs', 'AmazonSQS.ListQueues', {}, 'QueueUrls')) ?? [],
  };
}

/** Waits until moto answers. */
async function answering(server, url) {
  const log = [];
  server.stderr.on('data', (chunk) => log.push(chunk));
  while (!(await fetch(`${url}/moto-api/data.json`).then(({ ok }) => ok, () => false))) {
    if (server.exitCode !== null) throw new Error(`moto ended: ${log.join('')}`);
    await setTimeout(100);
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
