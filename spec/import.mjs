// SPDX-License-Identifier: Apache-2.0
// node spec/import.mjs [--accept-changes]   writes spec/cloudformation.txt; spec/README.md has the format
//
// The data is that of the npm package @aws-cdk/aws-service-spec, with lengths, ranges and patterns from
// @awboost/cfn-resource-types. A C++ name that the file has stays: it fails when one would change or vanish, unless changes are accepted.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import * as constraints from './constraints.mjs';

const output = fileURLToPath(new URL('cloudformation.txt', import.meta.url));
const source = new URL('node_modules/@aws-cdk/aws-service-spec/', import.meta.url);
const acceptChanges = process.argv.includes('--accept-changes');

// Keywords of C++, and macros of common headers.
const taken = new Set(`
  alignas alignof and and_eq asm auto bitand bitor bool break case catch char class compl concept const consteval
  constexpr constinit continue co_await co_return co_yield decltype default delete do double else enum explicit export
  extern false float for friend goto if inline int long mutable namespace new noexcept not not_eq nullptr operator or
  or_eq private protected public register requires return short signed sizeof static struct switch template this throw
  true try typedef typeid typename union unsigned using virtual void volatile wchar_t while xor xor_eq
  linux unix major minor makedev errno stdin stdout stderr assert signal`.trim().split(/\s+/));

const { name: packageName, version } = JSON.parse(readFileSync(new URL('package.json', source)));
const { schema } = JSON.parse(gunzipSync(readFileSync(new URL('db.json.gz', source))));
const entities = (kind) => new Map(schema[kind].entities.map((entity) => [entity.$id, entity]));
const resources = entities('resource');
const types = entities('typeDefinition');
const related = (relation, id, targets) => (schema[relation].forward[id] ?? []).map(({ $id }) => targets.get($id));

const lines = [
  `# CloudFormation's resource types, from ${packageName} ${version} (Apache-2.0); lengths, ranges and patterns from`
  + ` ${constraints.name} ${constraints.version} (MIT). Written by spec/import.mjs.`,
];
const names = new Map();
for (const service of sorted(schema.service.entities, (service) => service.cloudFormationNamespace)) {
  const resourcesOfService = related('hasResource', service.$id, resources);
  if (resourcesOfService.length) addService(service, resourcesOfService);
}
checkNames();
writeFileSync(output, `${lines.join('\n')}\n`);
console.log(`${output}: ${lines.length} lines`);

function addService(service, resourcesOfService) {
  const namespace = service.cloudFormationNamespace;
  lines.push(`service\t${record(namespace, identifier(service.name.replace(/^[a-z]+-/, '').replace(/[^a-z0-9]/g, '')))}\t${namespace}`);
  unique(resourcesOfService.map(({ name }) => identifier(name)), namespace);
  for (const resource of sorted(resourcesOfService, ({ name }) => name)) addResource(namespace, resource);
}

function addResource(namespace, resource) {
  const type = resource.cloudFormationType;
  const name = identifier(resource.name);
  const facts = [];
  const ref = resource.cfnRefIdentifier ?? resource.primaryIdentifier;
  if (ref) facts.push(`ref=${ref.join('|')}`);
  const tags = resource.tagInformation;
  if (tags) facts.push(`tags=${tags.tagPropertyName}:${tags.variant}`);
  if (resource.isStateful) facts.push('stateful');
  lines.push(['resource', named(type, type.slice(namespace.length + 2), name), ...facts].join('\t'));

  const own = related('usesType', resource.$id, types);
  // Like the CDK, which calls every property type so.
  const typeName = ({ name: typeName }) => (typeName === name || typeName === 'Props' ? `${typeName}Property` : identifier(typeName));
  const typeNames = new Map(own.map((definition) => [definition.$id, typeName(definition)]));
  unique([...typeNames.values()], type);
  const allowed = constraints.readConstraints(type);
  addProperties(type, resource.properties, typeNames, allowed.properties);
  const attributes = sorted(Object.entries(resource.attributes), ([attribute]) => attributeName(attribute));
  const seen = new Set();
  for (const [attribute, { type: attributeType }] of attributes) {
    const cxx = attributeName(attribute);
    if (seen.has(cxx)) continue;  // `Endpoint.Port` and `EndpointPort` are the same value
    seen.add(cxx);
    lines.push(`attribute\t${named(`${type} attribute ${attribute}`, attribute, cxx, attributeRule)}\t${typeText(attributeType, typeNames)}`);
  }
  for (const definition of sorted(own, typeName)) {
    lines.push(`type\t${named(`${type}.${definition.name}`, definition.name, typeNames.get(definition.$id))}`);
    addProperties(`${type}.${definition.name}`, definition.properties, typeNames, allowed.types[definition.name]);
  }
}

function addProperties(owner, properties, typeNames, allowed = {}) {
  const entries = sorted(Object.entries(properties).filter(([, { deprecated }]) => deprecated !== 'IGNORE'), ([name]) => propertyName(name));
  unique(entries.map(([name]) => propertyName(name)), owner);
  for (const [name, property] of entries) {
    const flags = `${property.required ? '!' : ''}${{ yes: '~', maybe: '?' }[property.causesReplacement] ?? ''}`;
    const facts = Object.entries({ values: allowedValues(property.type), ...fitting(property.type, allowed[name]) })
      .flatMap(([fact, value]) => (value === undefined ? [] : [`${fact}=${value}`]));
    lines.push(['', named(`${owner} property ${name}`, name, propertyName(name), propertyRule), typeText(property.type, typeNames) + flags, ...facts].join('\t'));
  }
}

/** The two packages don't always have one idea of a type. */
function fitting(type, { length, range, pattern } = {}) {
  switch (type.type) {
    case 'string': return { length, pattern };
    case 'array': return { length };
    case 'integer': case 'number': return { range };
    default: return {};
  }
}

/** `string`, `[string]` a list, `{string}` a map, `(string|integer)` either, `Name` a type of the same resource. */
function typeText(type, typeNames) {
  switch (type.type) {
    case 'string': case 'integer': case 'number': case 'boolean': case 'json': case 'tag': return type.type;
    case 'date-time': return 'string';
    case 'null': return 'json';
    case 'ref': return typeNames.get(type.reference.$ref) ?? 'json';
    case 'array': return `[${typeText(type.element, typeNames)}]`;
    case 'map': return `{${typeText(type.element, typeNames)}}`;
    case 'union': return `(${[...new Set(type.types.map((member) => typeText(member, typeNames)))].join('|')})`;
    default: throw new Error(`unknown type ${JSON.stringify(type)}`);
  }
}

function allowedValues(type) {
  while (type.element) type = type.element;
  if (!type.allowedValues) return undefined;
  if (type.allowedValues.some((value) => /[|\t\n]/.test(value))) throw new Error(`cannot write ${type.allowedValues}`);
  return type.allowedValues.join('|');
}

// Names.

function identifier(name) {
  const letters = name.replace(/[^A-Za-z0-9_]/g, '');
  if (/^[0-9]/.test(letters)) throw new Error(`no identifier: ${name}`);
  return taken.has(letters) ? `${letters}_` : letters;
}

/** As the CDK calls it: camelcase, with a few plurals. */
function propertyName(name) {
  let result = camelcase(name);
  for (const [suffix, spelling] of [['ARNs', 'Arns'], ['MBs', 'MBs'], ['AZs', 'AZs']]) {
    if (name.endsWith(suffix)) result = result.slice(0, -suffix.length) + spelling;
  }
  return identifier(/^[0-9]/.test(result) ? `_${result}` : result);
}

function attributeName(name) {
  return `attr${identifier(name.split('.').map((part) => pascal(camelcase(part))).join(''))}`;
}

function pascal(name) {
  return name[0].toUpperCase() + name.slice(1);
}

/** The algorithm of the npm package `camelcase`, which the CDK uses. */
function camelcase(name) {
  if (name.length === 1) return name.toLowerCase();
  if (name !== name.toLowerCase()) name = splitCases(name);
  return name.replace(/^[_.\- ]+/, '').toLowerCase()
    .replace(/[_.\- ]+(\w|$)/g, (_, letter) => letter.toUpperCase())
    .replace(/\d+(\w|$)/g, (match) => match.toUpperCase());
}

function splitCases(name) {
  let lower = false, upper = false, upperBefore = false;
  for (let i = 0; i < name.length; i += 1) {
    const letter = name[i];
    const isUpper = /[A-Z]/.test(letter);
    const isLower = /[a-z]/.test(letter);
    if (lower && isUpper) {
      name = `${name.slice(0, i)}-${name.slice(i)}`;
      [lower, upperBefore, upper] = [false, upper, true];
      i += 1;
    } else if (upper && upperBefore && isLower) {
      name = `${name.slice(0, i - 1)}-${name.slice(i - 1)}`;
      [upperBefore, upper, lower] = [upper, false, true];
    } else {
      const [asLower, asUpper] = [letter.toLowerCase(), letter.toUpperCase()];
      lower = asLower === letter && asUpper !== letter;
      upperBefore = upper;
      upper = asUpper === letter && asLower !== letter;
    }
  }
  return name;
}

// What the C++ name is when the file gives none: spec/generator/spec.cpp has the same rules.

function propertyRule(name) {
  const [capitals] = /^[A-Z0-9]*/.exec(name);
  const lowered = capitals.length <= 1 || capitals.length === name.length ? capitals.length : capitals.length - 1;
  return name.slice(0, lowered).toLowerCase() + name.slice(lowered);
}

function attributeRule(name) {
  return `attr${name.split('.').map((part) => pascal(propertyRule(part))).join('')}`;
}

function named(key, name, cxx, rule = (same) => same) {
  record(key, cxx);
  return rule(name) === cxx ? name : `${name}=${cxx}`;
}

function record(key, cxx) {
  if (names.has(key)) throw new Error(`twice: ${key}`);
  names.set(key, cxx);
  return cxx;
}

function unique(all, where) {
  const twice = all.filter((name, i) => all.indexOf(name) !== i);
  if (twice.length) throw new Error(`${where}: ${twice} twice`);
}

/** Case-insensitively, as the AWS documentation has it. */
function sorted(values, key) {
  const compare = (left, right) => (left < right ? -1 : Number(left > right));
  return [...values].sort((left, right) => compare(key(left).toLowerCase(), key(right).toLowerCase()) || compare(key(left), key(right)));
}

function checkNames() {
  if (!existsSync(output) || acceptChanges) return;
  const changed = [...namesIn(readFileSync(output, 'utf8'))].filter(([key, cxx]) => names.get(key) !== cxx);
  if (!changed.length) return;
  for (const [key, cxx] of changed) console.error(`${key}: ${cxx} ${names.has(key) ? `becomes ${names.get(key)}` : 'vanishes'}`);
  console.error('These break programs of users. Check them, then run again with --accept-changes.');
  process.exit(1);
}

function namesIn(text) {
  const found = new Map();
  let [namespace, resource, owner] = [];
  for (const line of text.split('\n')) {
    const [kind, entry = ''] = line.split('\t');
    const [name, given] = entry.split('=');
    if (kind === 'service') {
      namespace = line.split('\t')[2];
      found.set(namespace, entry);
    } else if (kind === 'resource') {
      owner = resource = `${namespace}::${name}`;
      found.set(resource, given ?? name);
    } else if (kind === 'type') {
      owner = `${resource}.${name}`;
      found.set(owner, given ?? name);
    } else if (kind === 'attribute') {
      found.set(`${resource} attribute ${name}`, given ?? attributeRule(name));
    } else if (kind === '' && name) {
      found.set(`${owner} property ${name}`, given ?? propertyRule(name));
    }
  }
  return found;
}
