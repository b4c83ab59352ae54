// SPDX-License-Identifier: Apache-2.0
// Compares what the peer and the library make of one schema.
import { diff } from './diff.mjs';
import { compareSchemas, validateAppSyncSchema } from './schema.mjs';

/** Every difference, its path starting with the part that differs. */
export function compareApis(peer, ours) {
  const under = (part, differences) => differences.map((difference) => ({ ...difference, path: `${part}/${difference.path}` }));
  return [
    ...under('schema', compareSchemas(peer.schema, ours.schema)),
    ...under('directives', compareSchemas(peer.sdl, ours.modelSchema)),
    ...under('introspection', diff(peer.introspection, ours.introspection)),
    ...under('tables', diff(peer.tables, ours.tables)),
    ...under('valid', validateAppSyncSchema(ours.schema).map((message) => ({ path: message, ours: message }))),
  ];
}
