// SPDX-License-Identifier: Apache-2.0
// Prints random schemas in C++, as users write them.
//
// cplusplus.mjs FIRST LAST prints a source with the schemas of these seeds, as twins `random0` …
import { fileURLToPath } from 'node:url';
import { generate } from './generator.mjs';

const text = JSON.stringify;
const list = (items) => items.map(text).join(', ');
const indented = (entries) => entries.map((entry) => `\n        ${entry}`).join(',');

/**
 * The schema of a seed that C++ takes too: the compiler refuses queries of indexes that lack a required
 * field, which fail whenever they are called.
 */
export function generatePair(seed) {
  const description = generate(seed);
  for (const { fields, identifier, indexes } of description.models) {
    for (const index of indexes.filter(({ projection }) => projection)) {
      const held = new Set([...(identifier.length ? identifier : ['id']), index.partition, ...index.sortKeys, ...(index.projection[1] ?? [])]);
      if (fields.some(({ name, required, array, arrayRequired }) => (array ? arrayRequired : required) && !held.has(name))) index.queryField = null;
    }
  }
  return description;
}

/** An expression that makes the schema with `a`. */
export function toCplusplus({ rules, enums, customTypes, models, operations }) {
  const entries = [
    ...enums.map(({ name, values }) => [name, `a.enumeration(${list(values)})`]),
    ...customTypes.map(({ name, fields }) => [name, customType(fields)]),
    ...models.map((model) => [model.name, modelText(model)]),
    ...operations.map((operation) => [operation.name, operationText(operation)]),
  ];
  return `a.schema(${entries.map(([name, value]) => `\n    ${text(name)}_s = ${value}`).join(',')}\n)${authorization(rules)}`;
}

const entry = (field) => `${text(field.name)}_s = ${fieldText(field)}`;
const customType = (fields) => `a.customType(${fields.map(entry).join(', ')})`;

function fieldText({ type, required, array, arrayRequired, default: value, validations, rules = [] }) {
  const suffix = `${required ? '.required()' : ''}${array ? `.array()${arrayRequired ? '.required()' : ''}` : ''}`;
  if (type.enum) return `a.enumeration(${list(type.enum)})`;
  if (type.fields) return customType(type.fields);
  if (type.relation) return `a.${type.relation}(${list([type.model, ...type.references])})${authorization(rules)}`;
  if (type.ref) return `a.ref(${text(type.ref)})${suffix}${authorization(rules)}`;
  const checks = validations?.map(([name, ...given]) => `a.${name}(${list(given)})`).join(', ');
  return [
    `a.${type.scalar === 'float' ? 'float_' : type.scalar}()${suffix}`,
    value === undefined ? '' : `.defaultTo(${text(value)})`,
    checks ? `.validate(${checks})` : '',
    authorization(rules),
  ].join('');
}

function modelText({ fields, identifier, indexes, disabled, rules }) {
  return [
    `a.model(${indented(fields.map(entry))})`,
    identifier.length ? `.identifier(${list(identifier)})` : '',
    indexes.length ? `.secondaryIndexes(${indexes.map(indexText).join(', ')})` : '',
    disabled.length ? `.disableOperations(${list(disabled)})` : '',
    authorization(rules),
  ].join('');
}

function indexText({ partition, sortKeys, name, queryField, projection }) {
  return [
    `a.index(${text(partition)})`,
    sortKeys.length ? `.sortKeys(${list(sortKeys)})` : '',
    name ? `.name(${text(name)})` : '',
    queryField === undefined ? '' : `.queryField(${queryField === null ? 'nullptr' : text(queryField)})`,
    projection ? `.projection(${list(projection.flat())})` : '',
  ].join('');
}

const authorization = (rules) => (rules.length ? `.authorization(${rules.map(ruleText).join(', ')})` : '');

function ruleText({ allow, groups, field, provider, claim, to }) {
  const subject = allow === 'group' ? text(groups[0]) : groups ? `{${list(groups)}}` : field && text(field);
  const given = [subject, provider === 'userPools' ? undefined : provider && text(provider)].filter((argument) => argument !== undefined);
  const only = groups && given.length === 1 && allow === 'groups' ? list(groups) : given.join(', ');
  const claimed = claim ? (allow.startsWith('group') ? `.withClaimIn(${text(claim)})` : `.identityClaim(${text(claim)})`) : '';
  return `allow.${allow}(${only})${claimed}${to ? `.to(${list(to)})` : ''}`;
}

function operationText({ kind, arguments: given, returns, source, rules, handler }) {
  const code = 'a.handler.custom({.entry = "./handler.js"})';
  const handlers = handler.code ? [code] : handler.functions.map((name) => `a.handler.function(${text(name)})`);
  return [
    `a.${kind}()`,
    source ? `.for_(a.ref(${text(source)}))` : '',
    given.length ? `.arguments(${given.map(entry).join(', ')})` : '',
    returns ? `.returns(${fieldText(returns)})` : '',
    authorization(rules),
    `.handler(${handlers.join(', ')})`,
  ].join('');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [first, last] = process.argv.slice(2).map(Number);
  console.log('// Written by tests/conformance/random/cplusplus.mjs.\n#include "schemas/twin.hpp"\n\nnamespace {\n\nusing namespace amplify;\nusing namespace amplify::literals;\n');
  for (let seed = first; seed <= last; ++seed)
    console.log(`constexpr auto schema${seed} = ${toCplusplus(generatePair(seed))};\n[[maybe_unused]] typedef ClientSchema<schema${seed}> Schema${seed};\nconst Twin twin${seed}("random${seed}", schema${seed});\n`);
  console.log('}  // namespace');
}
