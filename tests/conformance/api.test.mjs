// SPDX-License-Identifier: Apache-2.0
// From the SDL that Amplify makes of a schema in TypeScript we make the same API: the schema for
// AppSync, the SDL, the introspection, and the tables' keys and indexes.
import { compareApis } from './lib/api_compare.mjs';
import { compareEach } from './lib/compare.mjs';
import { ourApi } from './lib/our_api.mjs';
import { peerOf, schemas } from './lib/schemas.mjs';

compareEach('api', schemas, async (name) => {
  const peer = await peerOf(name);
  const ours = ourApi(peer.sdl, peer.defaultMode);
  if (ours.errors) throw new Error(JSON.stringify(ours.errors, undefined, 2));
  return compareApis(peer, ours);
});
