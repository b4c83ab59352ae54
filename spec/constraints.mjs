// SPDX-License-Identifier: Apache-2.0
// What values may be, from the npm package @awboost/cfn-resource-types: it has CloudFormation's registry schemas as
// TypeScript declarations, whose comments tell lengths, ranges and patterns.
import { existsSync, readFileSync } from 'node:fs';
import ts from 'typescript';

const folder = new URL('node_modules/@awboost/cfn-resource-types/', import.meta.url);
export const { name, version } = JSON.parse(readFileSync(new URL('package.json', folder)));

/** `AWS::SQS::Queue` → { properties, types: { name: properties } }, where properties are { name: facts }. */
export function readConstraints(resourceType) {
  const file = new URL(`lib/${resourceType.replaceAll('::', '-')}.d.ts`, folder);
  if (!existsSync(file)) return { properties: {}, types: {} };
  const source = ts.createSourceFile(file.pathname, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const types = {};
  const own = `${resourceType.split('::').slice(1).join('')}Properties`;
  for (const statement of source.statements) {
    if (ts.isTypeAliasDeclaration(statement) && ts.isTypeLiteralNode(statement.type)) {
      types[statement.name.text] = factsOf(statement.type);
    }
  }
  const { [own]: properties = {}, ...others } = types;
  return { properties, types: others };
}

/** Only of strings, numbers and lists: what the comments say of others is about something else. */
function factsOf(literal) {
  const facts = {};
  for (const member of literal.members) {
    if (!ts.isPropertySignature(member) || !member.type) continue;
    const found = Object.fromEntries(ts.getJSDocTags(member).map((tag) => [tag.tagName.text, text(tag.comment)]));
    const { minLength, maxLength, min, max, pattern } = found;
    const { kind } = member.type;
    const fact = {};
    if (kind === ts.SyntaxKind.StringKeyword || kind === ts.SyntaxKind.ArrayType) fact.length = bounds(minLength, maxLength);
    if (kind === ts.SyntaxKind.StringKeyword && isPattern(pattern)) fact.pattern = printable(pattern);
    if (kind === ts.SyntaxKind.NumberKeyword) fact.range = bounds(min, max);
    facts[member.name.text] = fact;
  }
  return facts;
}

/** Without the backticks around it. */
function text(comment) {
  return /^`([^]*)`$/.exec(ts.getTextOfJSDocComment(comment)?.trim() ?? '')?.[1];
}

function bounds(low, high) {
  if (low === undefined && high === undefined) return undefined;
  for (const bound of [low, high]) {
    if (bound !== undefined && !Number.isFinite(Number(bound))) throw new Error(`no number: ${bound}`);
  }
  return `${low ?? ''}..${high ?? ''}`;
}

/** Some have control characters as they are. */
function printable(pattern) {
  return pattern.replace(/[\0-\x1f\x7f]/g, (letter) => `\\x${letter.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/**
 * Not what is no regular expression, and not what says nothing; nor what takes Unicode for pairs of 16 bits, since texts
 * are compared letter by letter.
 */
function isPattern(pattern) {
  if (!pattern || /^\^?(\.|\[\\s\\S\])[*]\$?$/.test(pattern) || /\\u[dD][89a-fA-F]/.test(pattern)) return false;
  return ['u', ''].some((flags) => {
    try {
      return Boolean(new RegExp(pattern, flags));
    } catch {
      return false;
    }
  }) && !/\[\\w-[^\]]/.test(pattern);  // a range from a class, which only old JavaScript takes
}
