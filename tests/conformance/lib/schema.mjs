// SPDX-License-Identifier: Apache-2.0
// Comparison and validation of the GraphQL schemas that AppSync gets.
import { buildASTSchema, concatAST, Kind, parse, print, validateSchema } from 'graphql';
import { validateSDL } from 'graphql/validation/validate.js';

/** What AppSync defines before it reads a schema. */
const prelude = parse(`
  scalar AWSDate scalar AWSTime scalar AWSDateTime scalar AWSTimestamp scalar AWSEmail
  scalar AWSJSON scalar AWSPhone scalar AWSURL scalar AWSIPAddress
  directive @aws_iam on OBJECT | FIELD_DEFINITION
  directive @aws_api_key on OBJECT | FIELD_DEFINITION
  directive @aws_oidc on OBJECT | FIELD_DEFINITION
  directive @aws_lambda on OBJECT | FIELD_DEFINITION
  directive @aws_auth(cognito_groups: [String!]) on FIELD_DEFINITION
  directive @aws_cognito_user_pools(cognito_groups: [String!]) on OBJECT | FIELD_DEFINITION
  directive @aws_subscribe(mutations: [String!]!) on FIELD_DEFINITION
`);

/** A schema with what AppSync defines. */
export const appSyncDocument = (source) => concatAST([prelude, parse(source)]);

/** Messages about what makes `source` no schema for AppSync; none for a valid one. */
export function validateAppSyncSchema(source) {
  let document;
  try {
    document = appSyncDocument(source);
  } catch (error) {
    return [error.message];
  }
  const errors = validateSDL(document);
  return (errors.length ? errors : validateSchema(buildASTSchema(document))).map(({ message }) => message);
}

/** Differences of two schemas in anything but order and descriptions. */
export function compareSchemas(peerSource, ourSource) {
  const peer = describe(parse(peerSource));
  const ours = describe(parse(ourSource));
  const paths = [...new Set([...peer.keys(), ...ours.keys()])].sort();
  const oneSided = (path) => peer.has(path) !== ours.has(path);
  const typeOf = (path) => path.split(/[.(]/)[0];
  return paths
    .filter((path) => peer.get(path) !== ours.get(path))
    // A type that only one side has is one difference, not one for each of its fields.
    .filter((path) => path === typeOf(path) || !oneSided(typeOf(path)))
    .map((path) => ({ path, peer: peer.get(path), ours: ours.get(path) }));
}

const kinds = {
  [Kind.OBJECT_TYPE_DEFINITION]: 'type',
  [Kind.OBJECT_TYPE_EXTENSION]: 'type',
  [Kind.INTERFACE_TYPE_DEFINITION]: 'interface',
  [Kind.INPUT_OBJECT_TYPE_DEFINITION]: 'input',
  [Kind.ENUM_TYPE_DEFINITION]: 'enum',
  [Kind.UNION_TYPE_DEFINITION]: 'union',
  [Kind.SCALAR_TYPE_DEFINITION]: 'scalar',
};

/** `Post` → 'type @aws_iam', `Post.title` → 'String!', `Query.getPost(id)` → 'ID!' … */
function describe(document) {
  const facts = new Map();
  const roots = new Map([['query', 'Query'], ['mutation', 'Mutation'], ['subscription', 'Subscription']]);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.SCHEMA_DEFINITION) {
      for (const { operation, type } of definition.operationTypes) roots.set(operation, type.name.value);
    } else if (definition.kind === Kind.DIRECTIVE_DEFINITION) {
      facts.set(`@${definition.name.value}`, print({ ...definition, description: undefined }));
    } else if (kinds[definition.kind]) {
      describeType(facts, definition);
    } else {
      throw new Error(`can't compare ${definition.kind}`);
    }
  }
  const defined = [...roots].filter(([, type]) => facts.has(type));
  facts.set('schema', defined.map((root) => root.join(': ')).sort().join(', '));
  return facts;
}

function describeType(facts, definition) {
  const type = definition.name.value;
  const implemented = (definition.interfaces ?? []).map((name) => name.name.value).sort();
  const members = (definition.types ?? []).map((name) => name.name.value).sort();
  facts.set(type, words(kinds[definition.kind], directives(definition), ...implemented, ...members));
  for (const value of definition.values ?? []) facts.set(`${type}.${value.name.value}`, words('value', directives(value)));
  for (const field of definition.fields ?? []) {
    const path = `${type}.${field.name.value}`;
    facts.set(path, inputValue(field));
    for (const argument of field.arguments ?? []) facts.set(`${path}(${argument.name.value})`, inputValue(argument));
  }
}

const inputValue = (node) =>
  words(print(node.type), node.defaultValue && `= ${print(node.defaultValue)}`, directives(node));

const directives = (node) => (node.directives ?? []).map(directive).sort().join(' ');

function directive({ name, arguments: given }) {
  const list = given.map((argument) => `${argument.name.value}: ${argumentValue(argument)}`).sort();
  return list.length ? `@${name.value}(${list.join(', ')})` : `@${name.value}`;
}

/** Lists of these arguments and members are sets; the order of others means something. */
const sets = ['cognito_groups', 'groups', 'mutations', 'nonKeyAttributes', 'operations', 'rules'];

/** `name` is that of the argument or member; a number in a string is written as JavaScript does. */
function argumentValue({ name, value }) {
  if (value.kind === Kind.LIST) {
    const items = value.values.map((item) => argumentValue({ name, value: item }));
    return `[${(sets.includes(name.value) ? items.sort() : items).join(', ')}]`;
  }
  if (value.kind === Kind.OBJECT) {
    return `{${value.fields.map((field) => `${field.name.value}: ${argumentValue(field)}`).sort().join(', ')}}`;
  }
  const isNumber = value.kind === Kind.STRING && value.value.trim() && Number.isFinite(Number(value.value));
  return isNumber ? JSON.stringify(String(Number(value.value))) : print(value);
}

const words = (...parts) => parts.filter(Boolean).join(' ');
