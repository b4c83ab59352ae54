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
    ...under('introspection', diff(ordered(peer.introspection), ordered(ours.introspection))),
    ...under('tables', diff(peer.tables, ours.tables)),
    ...under('valid', validateAppSyncSchema(ours.schema).map((message) => ({ path: message, ours: message }))),
  ];
}

/** Indexes of relations come in the order of the models that they come from, which we sort. */
function ordered(introspection) {
  const models = Object.entries(introspection.models).map(([name, model]) => {
    const isRelation = ({ properties }) => properties.name?.startsWith('gsi-');
    const relations = model.attributes.filter(isRelation).sort((a, b) => (a.properties.name < b.properties.name ? -1 : 1));
    return [name, { ...model, attributes: model.attributes.map((attribute) => (isRelation(attribute) ? relations.shift() : attribute)) }];
  });
  return { ...introspection, models: Object.fromEntries(models) };
}
