// SPDX-License-Identifier: Apache-2.0
// What a backend's schema with directives (`@model`, `@auth`, `@index`, …) says of its models. Nothing here knows a
// backend by name.
import { graphql } from '../packages.mjs';

/**
 * @typedef {object} Model
 * @property {string} name
 * @property {object} fields      name → `{ type, list }`, those that Amplify adds left out
 * @property {string[]} key       fields of the primary key
 * @property {object[]} rules     as they stand, with their providers
 * @property {object[]} owners    `{ field, list, claims, provider }`: by which claims a caller is an owner
 * @property {object[]} groups    `{ field, list, claim, provider }`: fields that name groups
 * @property {object[]} members   `{ group, claim, provider }`: groups that the rules themselves name
 * @property {string[]} references  fields that hold another model's key
 * @property {Map<string, object[]>} validations  field → `{ type, value }` of each constraint on it
 */

/** @returns {Map<string, Model>} */
export function modelsOf(source) {
  const types = graphql.parse(source).definitions.filter(({ kind }) => kind === 'ObjectTypeDefinition');
  return new Map(types.filter((type) => directive(type, 'model')).map((type) => [type.name.value, modelOf(type)]));
}

function modelOf(type) {
  const fields = Object.fromEntries(type.fields.map((field) => [field.name.value, typeOf(field.type)]));
  const rules = [type, ...type.fields].flatMap((node) => directive(node, 'auth')?.rules ?? []);
  const own = rules.map((rule) => ({ provider: rule.allow === 'public' ? 'apiKey' : 'userPools', ...rule }));
  const primary = type.fields.find((field) => directive(field, 'primaryKey'));
  return {
    name: type.name.value,
    fields,
    key: primary ? [primary.name.value, ...(directive(primary, 'primaryKey').sortKeyFields ?? [])] : ['id'],
    rules: own,
    owners: own.filter(({ allow }) => allow === 'owner').map((rule) => ownerOf(rule, fields)),
    groups: own.filter(({ groupsField }) => groupsField).map(({ groupsField: field, groupClaim: claim = 'cognito:groups', provider }) =>
      ({ field, list: fields[field]?.list ?? false, claim, provider })),
    members: own.flatMap(({ groups = [], groupClaim: claim = 'cognito:groups', provider }) => groups.map((group) => ({ group, claim, provider }))),
    references: type.fields.flatMap((field) => directive(field, 'belongsTo')?.references ?? []),
    validations: new Map(type.fields.map((field) => [field.name.value, directives(field, 'validate')])),
  };
}

function ownerOf({ ownerField: field = 'owner', identityClaim, provider }, fields) {
  const claims = identityClaim && identityClaim !== 'cognito:username' ? identityClaim.split('::') : ['sub', 'username'];
  return { field, list: fields[field]?.list ?? false, claims, provider };
}

/** A directive's arguments, undefined where it isn't. */
const directive = (node, name) => directives(node, name)[0];

function directives(node, name) {
  const found = node.directives.filter((item) => item.name.value === name);
  return found.map((item) => Object.fromEntries(item.arguments.map((argument) => [argument.name.value, graphql.valueFromASTUntyped(argument.value)])));
}

function typeOf(node) {
  if (node.kind === 'NonNullType') return typeOf(node.type);
  if (node.kind === 'ListType') return { ...typeOf(node.type), list: true };
  return { type: node.name.value, list: false };
}
