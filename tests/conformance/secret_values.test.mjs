// SPDX-License-Identifier: Apache-2.0
// The function that reads secrets for external providers finds what the peer's finds.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ourAnswer, peerAnswer } from './lib/lookups.mjs';

const backend = 'auth_federated';
const own = '/amplify/app/main-sandbox-6cf259607d';
const shared = '/amplify/shared/app';
const event = {
  RequestType: 'Create',
  RequestId: 'request',
  StackId: 'stack',
  LogicalResourceId: 'resource',
  ResourceProperties: {
    namespace: 'app',
    name: 'main',
    type: 'sandbox',
    prefixes: [own, shared],
    secretNames: ['FIRST', 'SECOND'],
  },
};

/** What Parameter Store has; each test changes its own. */
let parameters, fault;

beforeEach(() => {
  parameters = { [`${own}/FIRST`]: 'one', [`${own}/SECOND`]: 'two' };
  fault = undefined;
  globalThis.services = {
    GetParameter({ Name, WithDecryption }) {
      if (fault) throw fault;
      assert.equal(WithDecryption, true);
      if (Name in parameters) return { Parameter: { Name, Value: parameters[Name], Version: 1 } };
      throw Object.assign(new Error('not found'), { name: 'ParameterNotFound', $metadata: { httpStatusCode: 400 } });
    },
  };
});

async function sameSecrets() {
  const [ours, peer] = [await ourAnswer(backend, event), await peerAnswer(backend, '@aws-sdk/client-ssm', event)];
  assert.equal(ours.Status, peer.Status, ours.Reason ?? peer.Reason);
  assert.deepEqual(ours.Data, peer.Data);
  if (ours.Status === 'SUCCESS') assert.equal(ours.NoEcho, true);
  return ours;
}

test('secrets of the deployment', async () => {
  assert.deepEqual((await sameSecrets()).Data, { FIRST: 'one', SECOND: 'two' });
});

test('they come before those of all branches', async () => {
  parameters[`${shared}/FIRST`] = 'of all';
  assert.equal((await sameSecrets()).Data.FIRST, 'one');
});

test('secrets of all branches', async () => {
  delete parameters[`${own}/SECOND`];
  parameters[`${shared}/SECOND`] = 'of all';
  assert.equal((await sameSecrets()).Data.SECOND, 'of all');
});

test('a secret that is nowhere stops the deployment, by its name', async () => {
  delete parameters[`${own}/SECOND`];
  const { Status, Reason } = await sameSecrets();
  assert.equal(Status, 'FAILED');
  assert.match(Reason, /SECOND/);
});

test('so does a service that is down', async () => {
  fault = Object.assign(new Error('try later'), { name: 'InternalServerError', $metadata: { httpStatusCode: 500 } });
  assert.equal((await sameSecrets()).Status, 'FAILED');
});

test('to delete the resource needs no secrets', async () => {
  parameters = {};
  assert.equal((await ourAnswer(backend, { ...event, RequestType: 'Delete' })).Status, 'SUCCESS');
});
