// SPDX-License-Identifier: Apache-2.0
// What the library makes of a schema.
import { spawnSync } from 'node:child_process';
import { canonicalTable } from './tables.mjs';

const providers = {
  AMAZON_COGNITO_USER_POOLS: 'userPools',
  API_KEY: 'apiKey',
  AWS_IAM: 'identityPool',
  OPENID_CONNECT: 'oidc',
  AWS_LAMBDA: 'function',
};

/**
 * The schema for AppSync, the SDL with directives, the introspection and the tables that the library
 * makes of a schema in SDL; or `errors`.
 * @param {string} sdl
 * @param {keyof providers} defaultMode
 */
export const ourApi = (sdl, defaultMode) => run(defaultMode, [], sdl);

/** The same of a schema in C++. */
export const ourTwin = (name, defaultMode) => run(defaultMode, [name], '');

function run(defaultMode, args, input) {
  const program = process.env.AMPLIFY_CONFORMANCE_API;
  if (!program) throw new Error('set AMPLIFY_CONFORMANCE_API to the program conformance_api');
  const result = spawnSync(program, [providers[defaultMode], ...args], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`${program} exited with ${result.status ?? result.signal}\n${result.stderr}\n${input}`);
  const api = JSON.parse(result.stdout);
  for (const [model, table] of Object.entries(api.tables ?? {})) api.tables[model] = canonicalTable(table);
  return api;
}
