// SPDX-License-Identifier: Apache-2.0
// Values for any type of a GraphQL schema, numbered: the same number gives the same value, so that keys and the fields
// that refer to them agree.
import { graphql } from '../packages.mjs';

const scalars = {
  ID: (n) => `id-${n}`,
  String: (n) => `text-${n}`,
  Int: (n) => n,
  Float: (n) => n + 0.5,
  Boolean: (n) => n % 2 === 0,
  AWSDate: (n) => `2030-01-${String((n % 28) + 1).padStart(2, '0')}`,
  AWSTime: (n) => `10:${String(n % 60).padStart(2, '0')}:00Z`,
  AWSDateTime: (n) => `2030-01-01T00:${String(n % 60).padStart(2, '0')}:00.000Z`,
  AWSTimestamp: (n) => 1900000000 + n,
  AWSEmail: (n) => `user${n}@example.com`,
  AWSJSON: (n) => JSON.stringify({ n, list: [n, null, 'x'] }),
  AWSPhone: (n) => `+1415555${String(2000 + n).slice(-4)}`,
  AWSURL: (n) => `https://example.com/${n}?q=a%20b`,
  AWSIPAddress: (n) => `192.0.2.${n % 256}`,
};

/** As a client sends it. */
export function sample(type, n, depth = 4) {
  if (graphql.isNonNullType(type)) return sample(type.ofType, n, depth);
  if (graphql.isListType(type)) return [sample(type.ofType, n, depth), sample(type.ofType, n + 1, depth)];
  if (graphql.isEnumType(type)) return type.getValues()[n % type.getValues().length].name;
  if (graphql.isInputObjectType(type) || graphql.isObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => depth > 0 || graphql.isNonNullType(field.type));
    return Object.fromEntries(fields.map((field) => [field.name, sample(field.type, n, depth - 1)]));
  }
  return scalars[type.name](n);
}

/** The same as resolvers find it and tables store it: JSON as what it stands for. */
export function stored(type, value) {
  if (value === null || value === undefined) return value;
  if (graphql.isNonNullType(type)) return stored(type.ofType, value);
  if (graphql.isListType(type)) return value.map((item) => stored(type.ofType, item));
  if (graphql.isInputObjectType(type) || graphql.isObjectType(type)) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, stored(type.getFields()[name].type, item)]));
  }
  return type.name === 'AWSJSON' ? JSON.parse(value) : value;
}

const needsArguments = (field) => field.args.some((argument) => graphql.isNonNullType(argument.type));

/**
 * All fields of a type, those of custom types, and those of related models `steps` relations away; '' for a type without
 * fields. `isModel` tells models by name.
 */
export function selection(type, steps, isModel, depth = 6) {
  const named = graphql.getNamedType(type);
  if (graphql.isLeafType(named)) return '';
  const shown = Object.values(named.getFields()).flatMap((field) => {
    const below = graphql.getNamedType(field.type).name;
    const isRelation = isModel(named.name) && (isModel(below) || /^Model.*Connection$/.test(below));
    if (needsArguments(field) || (isRelation && steps === 0) || (depth === 0 && !graphql.isLeafType(graphql.getNamedType(field.type)))) return [];
    return [`${field.name}${selection(field.type, isRelation ? steps - 1 : steps, isModel, depth - 1)}`];
  });
  return ` { ${shown.join(' ')} }`;
}

/** A document that calls one field with the arguments that are given, each a variable, and selects `fields`. */
export function operation(kind, field, args, fields) {
  const used = field.args.filter((argument) => argument.name in args);
  const declared = used.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
  const given = used.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const parentheses = (text) => (text ? `(${text})` : '');
  return { query: `${kind}${parentheses(declared)} { ${field.name}${parentheses(given)}${fields} }`, variables: args };
}

const meets = {
  minLength: (value, limit) => value.length >= Number(limit),
  maxLength: (value, limit) => value.length <= Number(limit),
  startsWith: (value, text) => value.startsWith(text),
  endsWith: (value, text) => value.endsWith(text),
  matches: (value, pattern) => new RegExp(pattern).test(value),
  gt: (value, limit) => value > Number(limit),
  gte: (value, limit) => value >= Number(limit),
  lt: (value, limit) => value < Number(limit),
  lte: (value, limit) => value <= Number(limit),
};

/** A value near `value` that satisfies the constraints `{ type, value }`, or the value itself. */
export function fitting(value, constraints) {
  const letter = 'abcdefghij'[String(value).length % 10];
  const part = (type) => constraints.find((constraint) => constraint.type === type)?.value ?? '';
  const texts = [value, `${part('startsWith')}${value}${part('endsWith')}`, `item${letter}`];
  const candidates = typeof value === 'string' ? texts : [value, value + 1, value - 100];
  return candidates.find((candidate) => constraints.every(({ type, value: limit }) => meets[type](candidate, limit))) ?? value;
}
