// SPDX-License-Identifier: Apache-2.0
// Random schemas make the same API here as with Amplify for TypeScript. Of a seed that fails, the
// schema is printed; `AMPLIFY_RANDOM_SEEDS=17` tests one seed, `0-299` more of them.
import { a } from '@aws-amplify/backend';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Accepted, report } from './lib/accepted.mjs';
import { compareApis } from './lib/api_compare.mjs';
import { ourApi, ourTwin } from './lib/our_api.mjs';
import { peerApi } from './lib/peer_api.mjs';
import { generatePair } from './random/cplusplus.mjs';
import { generate } from './random/generator.mjs';
import { toTypeScript } from './random/typescript.mjs';

const [first, last = first] = (process.env.AMPLIFY_RANDOM_SEEDS ?? '0-29').split('-').map(Number);
const accepted = new Accepted('random');

for (let seed = first; seed <= last; ++seed) {
  test(`the schema of seed ${seed} makes the peer's API`, () => {
    const { modes, auth, ...description } = generate(seed);
    const source = toTypeScript(description);
    const peer = peerApi({ schema: new Function('a', `return ${source}`)(a), authorizationModes: modes, auth });
    const ours = ourApi(peer.sdl, peer.defaultMode);
    assert.equal(ours.errors, undefined, source);
    assert.equal(report(accepted.rest('*', compareApis(peer, ours))), '', source);
  });
}

// The twins in C++ are built beforehand.
for (let seed = Math.max(first, 0); seed <= Math.min(last, 29); ++seed) {
  test(`the schema of seed ${seed} in C++ makes the peer's API`, () => {
    const { modes, auth, ...description } = generatePair(seed);
    const source = toTypeScript(description);
    const peer = peerApi({ schema: new Function('a', `return ${source}`)(a), authorizationModes: modes, auth });
    const ours = ourTwin(`random${seed}`, peer.defaultMode);
    assert.equal(ours.errors, undefined, source);
    assert.equal(report(accepted.rest('*', compareApis(peer, ours))), '', source);
  });
}
