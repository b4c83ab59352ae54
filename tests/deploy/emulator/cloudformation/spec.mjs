// SPDX-License-Identifier: Apache-2.0
// spec/cloudformation.txt in memory; spec/README.md has the format.
import { readFileSync } from 'node:fs';

/**
 * @typedef {{ type: string, required: boolean, replacement: '' | '~' | '?' }} Property
 * @typedef {Map<string, Property>} Properties
 * @typedef {{ ref: string[], properties: Properties, attributes: Map<string, string>, types: Map<string, Properties> }} ResourceType
 */

/** @type {Map<string, ResourceType>} */
const types = readTypes(readFileSync(new URL('../../../../spec/cloudformation.txt', import.meta.url), 'utf8'));

export const resourceType = (name) => types.get(name);

function readTypes(text) {
  const result = new Map();
  const plain = (name) => name.split('=')[0];
  let prefix;
  let type;
  let properties;
  for (const line of text.split('\n')) {
    const [kind, name, ...rest] = line.split('\t');
    if (kind === 'service') {
      prefix = rest[0];
    } else if (kind === 'resource') {
      const ref = rest.find((field) => field.startsWith('ref='))?.slice('ref='.length).split('|') ?? [];
      properties = new Map();
      type = { ref, properties, attributes: new Map(), types: new Map() };
      result.set(`${prefix}::${plain(name)}`, type);
    } else if (kind === 'type') {
      properties = new Map();
      type.types.set(plain(name), properties);
    } else if (kind === 'attribute') {
      type.attributes.set(plain(name), rest[0]);
    } else if (kind === '' && name) {
      const [, shape, flags] = /^(.*?)([!~?]*)$/.exec(rest[0]);
      const replacement = flags.includes('~') ? '~' : flags.includes('?') ? '?' : '';
      properties.set(plain(name), { type: shape, required: flags.includes('!'), replacement });
    }
  }
  return result;
}

/** Messages about properties that the type doesn't have, lacks or has in another shape. */
export function checkProperties(type, properties) {
  return checkObject(type, properties, type.properties, '#');
}

function checkObject(type, value, properties, path) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [`${path}: expected type: JSONObject`];
  const extraneous = Object.keys(value)
    .filter((name) => !properties.has(name))
    .map((name) => `${path}: extraneous key [${name}] is not permitted`);
  const missing = [...properties]
    .filter(([name, { required }]) => required && !(name in value))
    .map(([name]) => `${path}: required key [${name}] not found`);
  const wrong = Object.entries(value)
    .filter(([name]) => properties.has(name))
    .flatMap(([name, item]) => checkValue(type, item, properties.get(name).type, `${path}/${name}`));
  return [...extraneous, ...missing, ...wrong];
}

function checkValue(type, value, shape, path) {
  if (value === null) return [`${path}: null`];
  const inner = shape.slice(1, -1);
  switch (shape[0]) {
    case '[':
      if (!Array.isArray(value)) return [`${path}: expected type: JSONArray`];
      return value.flatMap((item, index) => checkValue(type, item, inner, `${path}/${index}`));
    case '{':
      if (typeof value !== 'object' || Array.isArray(value)) return [`${path}: expected type: JSONObject`];
      return Object.entries(value).flatMap(([key, item]) => checkValue(type, item, inner, `${path}/${key}`));
    case '(': {
      const attempts = alternatives(inner).map((each) => checkValue(type, value, each, path));
      return attempts.some((messages) => messages.length === 0) ? [] : attempts[0];
    }
    default:
      return checkNamed(type, value, shape, path);
  }
}

const scalars = ['string', 'integer', 'number', 'boolean'];
const tag = new Map(['Key', 'Value'].map((name) => [name, { type: 'string', required: true, replacement: '' }]));

function checkNamed(type, value, name, path) {
  if (name === 'json') return [];
  if (scalars.includes(name)) return typeof value === 'object' ? [`${path}: expected type: ${name}`] : [];
  return checkObject(type, value, name === 'tag' ? tag : type.types.get(name), path);
}

/** `A|[B|C]` → `A`, `[B|C]`. */
function alternatives(text) {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if ('[{('.includes(character)) ++depth;
    if (']})'.includes(character)) --depth;
    if (character === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}
