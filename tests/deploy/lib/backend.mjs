// SPDX-License-Identifier: Apache-2.0
// The program of schema/app.cpp, with a schema given as text.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const program = process.env.AMPLIFY_SCHEMA_APP;
if (!program) throw new Error('set AMPLIFY_SCHEMA_APP to the program of schema/app.cpp');

/** Makes `backend(schema, ...arguments)`, which runs in `directory` and gives `{ status, stdout, stderr }`. */
export const backendIn = (directory, environment = {}) => (schema, ...args) => {
  writeFileSync(join(directory, 'schema.graphql'), schema);
  const env = { PATH: process.env.PATH, HOME: directory, AMPLIFY_SCHEMA: 'schema.graphql', ...environment };
  return spawnSync(program, args, { cwd: directory, env, encoding: 'utf8', maxBuffer: 2 ** 26 });
};
