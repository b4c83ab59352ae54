// SPDX-License-Identifier: Apache-2.0
// What a document selects, and what of a value that shows.
import { graphql } from '../packages.mjs';

/** The fields of a selection, fragments spread out. `fragments` is a document or the map that resolvers get. */
export function fieldsOf(selectionSet, { definitions, fragments }) {
  const fragment = (name) => fragments?.[name] ?? definitions.find((node) => node.kind === 'FragmentDefinition' && node.name.value === name);
  return (selectionSet?.selections ?? []).flatMap((node) => {
    if (node.kind === 'Field') return [node];
    return fieldsOf((node.kind === 'InlineFragment' ? node : fragment(node.name.value)).selectionSet, { definitions, fragments });
  });
}

export const responseName = (field) => (field.alias ?? field.name).value;

export function contextInfo(info) {
  const list = (selectionSet, prefix) => fieldsOf(selectionSet, info).flatMap((field) => {
    const path = `${prefix}${responseName(field)}`;
    return [path, ...list(field.selectionSet, `${path}/`)];
  });
  return {
    fieldName: info.fieldName,
    parentTypeName: info.parentType.name,
    variables: info.variableValues,
    selectionSetList: info.fieldNodes.flatMap(({ selectionSet }) => list(selectionSet, '')),
    selectionSetGraphQL: info.fieldNodes[0].selectionSet ? graphql.print(info.fieldNodes[0].selectionSet) : '',
  };
}

/** An error's data shows no more than the caller asked for. */
export function withFilteredData(error, info) {
  if (!error.data || typeof error.data !== 'object' || Array.isArray(error.data)) return error;
  const names = info.fieldNodes.flatMap((node) => fieldsOf(node.selectionSet, info)).map((node) => node.name.value);
  error.data = Object.fromEntries(Object.entries(error.data).filter(([name]) => names.includes(name)));
  return error;
}

/** A mutation's result by the names of fields, whatever they were called in the answer. */
export function byName(field, document, value) {
  if (Array.isArray(value)) return value.map((item) => byName(field, document, item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(fieldsOf(field.selectionSet, document).map((node) => [node.name.value, byName(node, document, value[responseName(node)])]));
}

/** What a subscriber sees of an event: fields that the mutation didn't select are null. */
export function projection(field, document, value) {
  if (Array.isArray(value)) return value.map((item) => projection(field, document, item));
  if (value === null || value === undefined) return null;
  if (!field.selectionSet) return value;
  return Object.fromEntries(fieldsOf(field.selectionSet, document).map((node) => [responseName(node), projection(node, document, value[node.name.value])]));
}
