// SPDX-License-Identifier: Apache-2.0
// The schemas in TypeScript: of the backends, and those that stand alone.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sources, written } from './backends.mjs';
import { importData, peerApi } from './peer_api.mjs';

const alone = fileURLToPath(new URL('../schemas', import.meta.url));

/** The module that calls `defineData` and the same schema in C++, which not all have, by name. */
const files = new Map([
  ...written.map((name) => [name, { module: join(sources, name, 'amplify', 'data', 'resource.ts'), twin: join(sources, name, 'schema.cpp') }]),
  ...readdirSync(alone)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.replace(/\.ts$/, ''))
    .map((name) => [name, { module: join(alone, `${name}.ts`), twin: join(alone, `${name}.cpp`) }]),
]);

export const schemas = [...files.keys()].filter((name) => existsSync(files.get(name).module));
export const twins = schemas.filter((name) => existsSync(files.get(name).twin));

/** What the peer makes of a schema. */
export async function peerOf(name) {
  const { module } = files.get(name);
  const data = await importData(module);
  return peerApi({ ...data, auth: data.auth || existsSync(join(module, '..', '..', 'auth')) });
}
