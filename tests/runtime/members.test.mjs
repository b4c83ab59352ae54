// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as ai from '../../runtime/appsync/ai.mjs';
import * as dynamodb from '../../runtime/appsync/dynamodb.mjs';
import * as utils from '../../runtime/appsync/index.mjs';
import * as rds from '../../runtime/appsync/rds.mjs';
import { require } from '../behaviour/packages.mjs';

const ts = require('typescript');
const root = new URL('../../runtime/appsync/', import.meta.url);

/** Paths of everything that can be called, as the package declares it: `util.time.nowISO8601`. */
function declared(entry) {
  const file = require.resolve(`@aws-appsync/utils/lib/${entry}`);
  const program = ts.createProgram([file], { noLib: false, types: [] });
  const checker = program.getTypeChecker();
  const members = (type, path, node) =>
    checker.getPropertiesOfType(type).flatMap((symbol) => {
      const own = checker.getTypeOfSymbolAtLocation(symbol, node);
      return own.getCallSignatures().length > 0 ? [`${path}.${symbol.name}`] : members(own, `${path}.${symbol.name}`, node);
    });
  const source = program.getSourceFile(file);
  return checker.getExportsOfModule(checker.getSymbolAtLocation(source)).flatMap((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    if (symbol.flags & ts.SymbolFlags.Function) return [symbol.name];
    if (!(symbol.flags & ts.SymbolFlags.Variable)) return [];
    return members(checker.getTypeOfSymbolAtLocation(symbol, source), symbol.name, source);
  }).sort();
}

const ours = (members, path = '') =>
  Object.entries(members).flatMap(([name, member]) => (typeof member === 'function' ? [path + name] : ours(member, `${path}${name}.`))).sort();

for (const [entry, module] of [['index.d.ts', utils], ['dynamodb-helpers.d.ts', dynamodb], ['rds-helpers.d.ts', rds], ['bedrock-helpers.d.ts', ai]]) {
  test(`${entry}: every member is here, and no other`, () => {
    const expected = declared(entry);
    assert.ok(expected.length > 1);
    assert.deepEqual([...new Set(ours(module))], expected);
  });
}

test('the module imports only itself', () => {
  for (const name of readdirSync(root).filter((file) => file.endsWith('.mjs'))) {
    const imports = [...readFileSync(new URL(name, root), 'utf8').matchAll(/^(?:import|export) .*from '([^']+)'/gm)].map(([, path]) => path);
    assert.deepEqual(imports.filter((path) => !path.startsWith('./')), [], name);
  }
});

test('no name comes from an engine’s host', () => {
  const hosts = /\b(Buffer|process|require|URL|URLSearchParams|TextEncoder|TextDecoder|crypto|fetch|setTimeout|structuredClone|atob|btoa|globalThis|window)\b\s*[.(]/;
  for (const name of readdirSync(root).filter((file) => file.endsWith('.mjs'))) {
    assert.doesNotMatch(readFileSync(new URL(name, root), 'utf8'), hosts, name);
  }
});
