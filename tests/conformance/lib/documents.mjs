// SPDX-License-Identifier: Apache-2.0
// What GraphQL documents mean.
import { buildASTSchema, Kind, parse, validate, valueFromASTUntyped } from 'graphql';
import { getVariableValues as coerce } from 'graphql/execution/values.js';
import { appSyncDocument } from './schema.mjs';

/** Messages about a document or its variables that the API would refuse. */
export function faultsOf(sdl, { document, variables }) {
  const schema = buildASTSchema(appSyncDocument(sdl));
  const parsed = parse(document);
  const faults = validate(schema, parsed);
  if (faults.length) return faults.map(({ message }) => message);
  const { errors } = coerce(schema, parsed.definitions[0].variableDefinitions ?? [], variables);
  return (errors ?? []).map(({ message }) => message);
}

/**
 * A document with its variables as plain data: the operation's kind, and for each field its arguments,
 * with values in place of variables, and its fields. Names of variables and operations, order, what is
 * undefined and `__typename` mean nothing.
 */
export function meaningOf({ document, variables }) {
  const [operation] = parse(document).definitions;
  return { kind: operation.operation, fields: fieldsOf(operation.selectionSet, variables) };
}

function fieldsOf(selectionSet, variables) {
  if (!selectionSet) return null;
  const fields = {};
  for (const { name, arguments: given, selectionSet: inner } of selectionSet.selections) {
    if (name.value === '__typename') continue;
    const values = given.map(({ name, value }) => [name.value, value.kind === Kind.VARIABLE ? variables[value.name.value] : valueFromASTUntyped(value, variables)]);
    fields[name.value] = {
      arguments: Object.fromEntries(values.filter(([, value]) => value !== undefined).map(([name, value]) => [name, simplified(value)])),
      fields: fieldsOf(inner, variables),
    };
  }
  return fields;
}

/** A filter without connectives of one part. */
function simplified(value) {
  if (Array.isArray(value)) return value.map(simplified);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  const [[name, parts] = []] = entries;
  if (entries.length === 1 && name === 'and' && Array.isArray(parts) && parts.length === 1) return simplified(parts[0]);
  return Object.fromEntries(entries.map(([name, value]) => [name, simplified(value)]));
}
