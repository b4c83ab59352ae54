// SPDX-License-Identifier: Apache-2.0
// From the SDL that Amplify makes of a schema in TypeScript we make the same API: the schema for
// AppSync, the SDL, the introspection, and the tables' keys and indexes.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareApis } from './lib/api_compare.mjs';
import { sources, written } from './lib/backends.mjs';
import { compareEach } from './lib/compare.mjs';
import { ourApi } from './lib/our_api.mjs';
import { importData, peerApi } from './lib/peer_api.mjs';

const schemas = fileURLToPath(new URL('schemas', import.meta.url));

/** The module that calls `defineData`, by the name of the backend or schema. */
const modules = new Map([
  ...written
    .map((name) => [name, join(sources, name, 'amplify', 'data', 'resource.ts')])
    .filter(([, module]) => existsSync(module)),
  ...readdirSync(schemas).map((file) => [file.replace(/\.ts$/, ''), join(schemas, file)]),
]);

compareEach('api', [...modules.keys()], async (name) => {
  const module = modules.get(name);
  const data = await importData(module);
  const auth = data.auth || existsSync(join(module, '..', '..', 'auth'));
  const peer = peerApi({ ...data, auth });
  const ours = ourApi(peer.sdl, peer.defaultMode);
  if (ours.errors) throw new Error(JSON.stringify(ours.errors, undefined, 2));
  return compareApis(peer, ours);
});
