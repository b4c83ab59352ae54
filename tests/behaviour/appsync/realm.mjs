// SPDX-License-Identifier: Apache-2.0
// Runs the code of resolvers in a realm that has of JavaScript what the developer guide's page "Supported runtime
// features" lists for APPSYNC_JS, and nothing of Node.
import vm from 'node:vm';
import { require } from '../packages.mjs';
import * as ai from '../../../runtime/appsync/ai.mjs';
import * as dynamodb from '../../../runtime/appsync/dynamodb.mjs';
import * as utils from '../../../runtime/appsync/index.mjs';
import { invocation, invoke } from '../../../runtime/appsync/invocation.mjs';
import * as rds from '../../../runtime/appsync/rds.mjs';

const { parse } = require('acorn');

const maximalBytes = 32 * 1024;

const log = (level) => (...values) => void (invocation().log ??= []).push({ level, values });
const console = { log: log('log'), error: log('error') };

const modules = {
  '@aws-appsync/utils': utils,
  '@aws-appsync/utils/ai': ai,
  '@aws-appsync/utils/dynamodb': dynamodb,
  '@aws-appsync/utils/rds': rds,
};

/** Besides these, `constructor` and what the language itself needs to iterate. */
const supported = {
  Object: { own: ['assign', 'entries', 'hasOwn', 'keys', 'values'], prototype: [] },
  Array: {
    own: ['isArray'],
    prototype: [
      'concat', 'entries', 'every', 'fill', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex', 'flat', 'flatMap', 'forEach',
      'indexOf', 'join', 'keys', 'lastIndexOf', 'length', 'map', 'pop', 'push', 'reduce', 'reduceRight', 'reverse', 'shift', 'slice', 'some',
      'sort', 'splice', 'unshift', 'values',
    ],
  },
  String: {
    own: ['raw'],
    prototype: [
      'charAt', 'concat', 'endsWith', 'indexOf', 'lastIndexOf', 'length', 'replace', 'replaceAll', 'slice', 'split', 'startsWith',
      'toLowerCase', 'toString', 'toUpperCase', 'trim', 'trimEnd', 'trimStart', 'valueOf',
    ],
  },
  Number: { own: ['isFinite', 'isNaN'], prototype: ['toString', 'valueOf'] },
  Boolean: { own: [], prototype: ['toString', 'valueOf'] },
  Math: { own: ['ceil', 'floor', 'max', 'min', 'random', 'round'] },
  JSON: { own: ['parse', 'stringify'] },
};
const globals = [...Object.keys(supported), 'Infinity', 'NaN', 'undefined'];

/** Takes away from a fresh realm what is not supported, and freezes the rest; runs inside of it. */
const strip = `(supported, globals) => {
  const global = globalThis;
  const { freeze, getOwnPropertyNames } = Object;
  const Function = (() => {}).constructor;
  const only = (object, names) => {
    for (const name of getOwnPropertyNames(object)) {
      if (names.indexOf(name) < 0 && name !== 'constructor' && name !== 'prototype') delete object[name];
    }
    freeze(object);
  };
  const entries = Object.entries(supported);
  for (const [name, { own, prototype }] of entries) {
    const object = global[name];
    if (prototype) only(object.prototype, prototype);
    only(object, own);
  }
  // The constructor of functions would make code from text.
  delete Function.prototype.constructor;
  only(Function.prototype, []);
  for (const name of getOwnPropertyNames(global)) {
    if (globals.indexOf(name) < 0) delete global[name];
  }
}`;

export class Realm {
  #context = vm.createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
  #parseJson;
  #modules;

  constructor() {
    const run = (source) => vm.runInContext(source, this.#context);
    this.#parseJson = run('JSON.parse');
    const construct = run(`(invoke) => (...given) => invoke(...given)`);
    this.#modules = this.#inside({ ...modules, console }, construct);
    run(strip)(this.#toRealm(supported), this.#toRealm(globals));
  }

  /** A program: `(handler, invocation, context) → { result, stash, args }`; throws for code that AppSync would not take. */
  compile(code, name) {
    const size = Buffer.byteLength(code);
    if (size > maximalBytes) throw new Error(`${name} has ${size} bytes, more than ${maximalBytes}`);
    const handlers = new vm.Script(asFunction(code), { filename: name }).runInContext(this.#context);
    return (handler, request, context) => this.#call(handlers, handler, request, context);
  }

  /** The code is evaluated anew for each call: nothing is left over from the call before. */
  #call(handlers, handler, request, context) {
    const given = this.#toRealm(context);
    const result = invoke(request, () => handlers(this.#modules)[handler](given));
    return { result: fromRealm(result ?? null), stash: fromRealm(given.stash), args: fromRealm(given.args) };
  }

  #toRealm = (value) => (value === undefined ? undefined : this.#parseJson(JSON.stringify(value)));

  /** The same functions for the realm: arguments come out of it, results go into it. */
  #inside(members, wrap) {
    const entries = Object.entries(members).map(([name, member]) => {
      if (typeof member === 'function') return [name, wrap((...given) => this.#result(member(...given.map(adopted))))];
      return [name, this.#inside(member, wrap)];
    });
    return Object.freeze(Object.assign(Object.create(null), Object.fromEntries(entries)));
  }

  #result(value) {
    return typeof value === 'object' && value !== null && isPlain(value) ? this.#toRealm(value) : value;
  }
}

/** Made by a literal, in whichever realm; SQL statements are more than that, and only pass through. */
function isPlain(value) {
  if (Array.isArray(value)) return true;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** A value of a realm as one of ours, all the way down. */
function adopted(value) {
  if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
  if (Array.isArray(value)) return Array.from(value, adopted);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, adopted(item)]));
}

const fromRealm = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

/** A module's text as that of a function which takes the modules it may import, and returns what the module exports. */
function asFunction(code) {
  const { body } = parse(code, { sourceType: 'module', ecmaVersion: 2022, ranges: true });
  const exported = [];
  const edits = body.flatMap((node) => {
    switch (node.type) {
      case 'ImportDeclaration':
        return [[node.range, importText(node)]];
      case 'ExportNamedDeclaration':
        if (!node.declaration) {
          exported.push(...node.specifiers.map(({ local, exported: name }) => `${name.name}: ${local.name}`));
          return [[node.range, '']];
        }
        exported.push(...(node.declaration.declarations ?? [node.declaration]).map(({ id }) => id.name));
        return [[[node.range[0], node.declaration.range[0]], '']];
      default:
        return [];
    }
  });
  let text = code;
  for (const [[start, end], replacement] of edits.reverse()) text = text.slice(0, start) + replacement + text.slice(end);
  return `(function ($modules) { 'use strict'; const { console, '@aws-appsync/utils': { util, extensions, runtime } } = $modules; {${text}\nreturn { ${exported.join(', ')} }; } })`;
}

function importText({ source, specifiers }) {
  if (!modules[source.value]) throw new Error(`there is no module ${source.value}`);
  return specifiers.map(({ type, local, imported }) => {
    const whole = `$modules[${JSON.stringify(source.value)}]`;
    return `const ${local.name} = ${type === 'ImportNamespaceSpecifier' ? whole : `${whole}.${imported?.name ?? 'default'}`};`;
  }).join(' ');
}
