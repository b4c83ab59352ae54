// SPDX-License-Identifier: Apache-2.0
// `generate` writes what Amplify's own generator makes of the same schema, byte for byte, and the
// TypeScript compiler takes it.
import { generateStatements, generateTypes } from '@aws-amplify/graphql-generator';
import { Source } from 'graphql';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { allNames, namesWithData, run, temporaryDirectory } from './lib/backends.mjs';

const directory = temporaryDirectory();
const names = [...new Set([...namesWithData, ...allNames().filter((name) => ['shop', 'todo'].includes(name))])];

/** The files of a `generate` command, by name. */
function generated(name, ...words) {
  const out = join(directory, [name, ...words].join('_').replaceAll('-', ''));
  run(name, 'generate', ...words, '--out', out);
  return { out, files: Object.fromEntries(readdirSync(out).map((file) => [file, readFileSync(join(out, file), 'utf8')])) };
}

async function expectedTypes(schema, options) {
  const statements = generateStatements({ schema, target: 'graphql', ...options });
  const queries = Object.entries(statements).map(([file, text]) => new Source(text, file));
  return generateTypes({ schema, target: 'typescript', queries });
}

/** What the compiler says about the files of a directory. */
function complaints(files) {
  const program = ts.createProgram(files, {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ES2022,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  });
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
}

async function compareTypes(name, schema, words, options) {
  const { out, files: { 'API.ts': types, ...typed } } = generated(name, 'types', ...words);
  assert.deepEqual(typed, generateStatements({ schema, target: 'typescript', relativeTypesPath: './API', ...options }));
  assert.deepEqual({ 'API.ts': types }, await expectedTypes(schema, options));
  typescript.push(...readdirSync(out).map((file) => join(out, file)));
}

const typescript = [];
for (const name of names) {
  test(`generate ${name}`, async () => {
    const { 'schema.graphql': schema, ...statements } = generated(name, 'graphql').files;
    assert.equal(schema.slice(schema.indexOf('\n\n') + 2), run(name, 'print', '--graphql'));
    assert.deepEqual(statements, generateStatements({ schema, target: 'graphql' }));
    await compareTypes(name, schema, [], {});
  });
}

test('generate with options', async () => {
  const name = 'relations';
  for (const target of ['javascript', 'flow']) {
    const { 'schema.graphql': schema, ...statements } = generated(name, 'graphql', '--statement-target', target).files;
    assert.deepEqual(statements, generateStatements({ schema, target }));
  }
  const schema = run(name, 'print', '--graphql');
  await compareTypes(name, schema, ['--statement-max-depth', '1'], { maxDepth: 1 });
  await compareTypes(
    name,
    schema,
    ['--statement-max-depth', '3', '--statement-typename-introspection', 'false'],
    { maxDepth: 3, typenameIntrospection: false },
  );
});

test('TypeScript compiles it', () => {
  assert.ok(typescript.length > 3 * names.length);
  assert.deepEqual(complaints(typescript), []);
});
