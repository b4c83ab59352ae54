// SPDX-License-Identifier: Apache-2.0
// Schemas in SDL with what Amplify Gen 1 had. The directives that we publish are those of Gen 2;
// reading them gives the same API again.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { compareApis } from './lib/api_compare.mjs';
import { compareEach } from './lib/compare.mjs';
import { ourApi } from './lib/our_api.mjs';
import { peerApi } from './lib/peer_api.mjs';

const directory = new URL('gen1/', import.meta.url);
const names = readdirSync(directory).map((file) => file.replace(/\.graphql$/, ''));
const read = (name) => readFileSync(new URL(`${name}.graphql`, directory), 'utf8');

compareEach('gen1', names, (name) => {
  const authorizationModes = { defaultAuthorizationMode: 'userPool', apiKeyAuthorizationMode: {} };
  const peer = peerApi({ schema: read(name), authorizationModes, auth: true });
  const ours = ourApi(peer.sdl, peer.defaultMode);
  assert.equal(ours.errors, undefined);
  return compareApis(peer, ours).filter(({ path }) => !path.startsWith('directives/'));
});

for (const name of names) {
  test(`the SDL published for ${name} makes the same API`, () => {
    const { modelSchema, ...api } = ourApi(read(name), 'AMAZON_COGNITO_USER_POOLS');
    const { modelSchema: again, ...same } = ourApi(modelSchema, 'AMAZON_COGNITO_USER_POOLS');
    assert.deepEqual(same, api);
    assert.equal(again, modelSchema);
  });
}
