// SPDX-License-Identifier: Apache-2.0
// AppSync's ESLint plugin over resolvers.
import { ESLint } from 'eslint';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryDirectory } from './backends.mjs';

/** Lints each distinct code once; messages name the resolver. */
export async function lint(list) {
  const distinct = [...new Map(list.map((resolver) => [resolver.code, resolver])).values()];
  const directory = join(temporaryDirectory(), 'resolvers');
  mkdirSync(directory);
  writeFileSync(
    join(directory, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: { allowJs: true, noEmit: true, strict: false, target: 'es2022', module: 'es2022', types: [] },
      include: ['*.js'],
    }),
  );
  const fileOf = (index) => join(directory, `${index}.js`);
  distinct.forEach(({ code }, index) => writeFileSync(fileOf(index), code));
  const eslint = new ESLint({
    cwd: directory,
    overrideConfigFile: fileURLToPath(new URL('../eslint.config.mjs', import.meta.url)),
    allowInlineConfig: false,
  });
  const results = await eslint.lintFiles(['*.js']);
  if (results.length !== distinct.length) throw new Error(`linted ${results.length} of ${distinct.length} resolvers`);
  const nameOf = new Map(distinct.map(({ name }, index) => [fileOf(index), name]));
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, ruleId, message }) => `${nameOf.get(filePath)} line ${line}: ${message} (${ruleId})`),
  );
}
