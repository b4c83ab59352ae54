// SPDX-License-Identifier: Apache-2.0
// What AppSync's JavaScript runtime refuses, checked on the syntax tree, since the ESLint plugin
// doesn't know all of it: the developer guide's "Supported runtime features".
import { parse } from '@typescript-eslint/parser';

const maximalBytes = 32 * 1024;

const refusedNodes = {
  AwaitExpression: 'await',
  ClassDeclaration: 'class',
  ClassExpression: 'class',
  ContinueStatement: 'continue',
  DebuggerStatement: 'debugger',
  DoWhileStatement: 'do-while',
  ForStatement: 'for (;;)',
  ImportExpression: 'import()',
  LabeledStatement: 'a label',
  MetaProperty: 'import.meta or new.target',
  NewExpression: 'new',
  TaggedTemplateExpression: 'a tagged template',
  ThisExpression: 'this',
  ThrowStatement: 'throw',
  TryStatement: 'try',
  UpdateExpression: '++ or --',
  WhileStatement: 'while',
  WithStatement: 'with',
  YieldExpression: 'yield',
};

const refusedGlobals = new Set([
  'Date', 'Function', 'Map', 'Promise', 'Proxy', 'Reflect', 'RegExp', 'Set', 'Symbol', 'WeakMap', 'WeakSet',
  'eval', 'fetch', 'globalThis', 'process', 'require', 'setInterval', 'setTimeout',
]);

/** Messages about a resolver's code: what the runtime refuses, with line numbers. */
export function checkResolver(code) {
  const size = Buffer.byteLength(code);
  if (size > maximalBytes) return [`${size} bytes, more than ${maximalBytes}`];
  let program;
  try {
    program = parse(code, { sourceType: 'module', loc: true });
  } catch (error) {
    return [`line ${error.location?.start.line ?? '?'}: ${error.message}`];
  }
  const messages = [];
  walk(program, null, (node, parent) => {
    const refused = refusal(node, parent);
    if (refused) messages.push(`line ${node.loc.start.line}: ${refused}`);
  });
  return [...messages, ...missingHandlers(program)];
}

function refusal(node, parent) {
  if (refusedNodes[node.type]) return `${refusedNodes[node.type]} is not supported`;
  switch (node.type) {
    case 'ImportDeclaration':
      return node.source.value === '@aws-appsync/utils' ? undefined : `import from '${node.source.value}'`;
    case 'ExportAllDeclaration':
      return 'export * is not supported';
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return (node.async && 'async is not supported') || (node.generator && 'a generator is not supported');
    case 'ForOfStatement':
      return node.await && 'for await is not supported';
    case 'UnaryExpression':
      return node.operator === '~' && '~ is not supported';
    case 'BinaryExpression':
      return ['in', 'instanceof'].includes(node.operator) && `${node.operator} is not supported`;
    case 'Literal':
      return (node.regex && 'a regular expression literal is not supported') || (node.bigint && 'a bigint is not supported');
    case 'Property':
      return ['get', 'set'].includes(node.kind) && 'an accessor is not supported';
    case 'Identifier':
      return isUse(node, parent) && refusedGlobals.has(node.name) && `${node.name} does not exist`;
    default:
      return undefined;
  }
}

/** Whether an identifier names a variable, not a property. */
function isUse(node, parent) {
  const isMember = parent?.type === 'MemberExpression' && parent.property === node && !parent.computed;
  const isKey = parent?.type === 'Property' && parent.key === node && !parent.computed && !parent.shorthand;
  return !isMember && !isKey;
}

/** A resolver or function exports `request` and `response`. */
function missingHandlers({ body }) {
  const exported = new Set(
    body
      .filter((statement) => statement.type === 'ExportNamedDeclaration')
      .flatMap(({ declaration, specifiers }) => [
        ...specifiers.map((specifier) => specifier.exported.name),
        ...(declaration?.declarations ?? [declaration]).map((item) => item?.id?.name),
      ]),
  );
  return ['request', 'response'].filter((name) => !exported.has(name)).map((name) => `does not export ${name}`);
}

function walk(node, parent, visit) {
  visit(node, parent);
  for (const [key, value] of Object.entries(node)) {
    if (key === 'parent') continue;
    for (const child of [value].flat()) {
      if (child && typeof child.type === 'string') walk(child, node, visit);
    }
  }
}
