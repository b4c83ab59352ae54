// SPDX-License-Identifier: Apache-2.0
// We refuse the schemas that Amplify refuses, and others only for a reason.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ourApi } from './lib/our_api.mjs';
import { peerApi } from './lib/peer_api.mjs';
import { accepted, rejected } from './rejected.mjs';

const authorizationModes = { defaultAuthorizationMode: 'userPool', apiKeyAuthorizationMode: {} };
const peer = (sdl) => peerApi({ schema: sdl, authorizationModes, auth: true });
const ours = (sdl) => ourApi(sdl, 'AMAZON_COGNITO_USER_POOLS');

for (const { name, sdl, error, peerAccepts } of rejected) {
  test(`${name} is refused`, () => {
    const { errors } = ours(sdl);
    assert.ok(errors?.length, 'we accept it');
    const text = errors.map(({ where, message, help }) => `${where} ${message} ${help}`).join('\n');
    assert.match(text, error);
    assert.match(text, /^schema:\d+:\d+ /m);
    if (!peerAccepts) assert.throws(() => peer(sdl), 'the peer accepts it');
    else peer(sdl);
  });
}

for (const { name, sdl } of accepted) {
  test(`${name} is accepted`, () => {
    assert.equal(ours(sdl).errors, undefined);
    assert.throws(() => peer(sdl));
  });
}
