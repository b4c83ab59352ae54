// SPDX-License-Identifier: Apache-2.0
// A schema in C++ makes the same API as the schema in TypeScript does with Amplify: the schema for
// AppSync, the SDL, the introspection, and the tables' keys and indexes.
import { compareApis } from './lib/api_compare.mjs';
import { compareEach } from './lib/compare.mjs';
import { ourTwin } from './lib/our_api.mjs';
import { peerOf, twins } from './lib/schemas.mjs';

compareEach('twins', twins, async (name) => {
  const peer = await peerOf(name);
  const ours = ourTwin(name, peer.defaultMode);
  if (ours.errors) throw new Error(JSON.stringify(ours.errors, undefined, 2));
  return compareApis(peer, ours);
});
