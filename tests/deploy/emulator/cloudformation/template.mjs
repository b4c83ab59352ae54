// SPDX-License-Identifier: Apache-2.0
// Templates: reading them, what refers to what, and what can be told wrong before anything is made.
import { require } from '../../lib/packages.mjs';
import { invalid } from '../error.mjs';
import { functionNames } from './evaluate.mjs';
import { resourceType } from './spec.mjs';

const YAML = require('yaml');

export function parseTemplate(text) {
  const template = text.trimStart().startsWith('{') ? parseJson(text) : parseYaml(text);
  checkTemplate(template, text);
  return template;
}

function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalid(`Template format error: JSON not well-formed. (${error.message})`);
  }
}

function parseYaml(text) {
  const document = YAML.parseDocument(text, { maxAliasCount: -1 });
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) throw invalid(`Template format error: YAML not well-formed. (${fault.message})`);
  return document.toJSON();
}

const sections = [
  'AWSTemplateFormatVersion', 'Conditions', 'Description', 'Mappings', 'Metadata', 'Outputs', 'Parameters', 'Resources', 'Rules',
];
const resourceParts = [
  'Condition', 'CreationPolicy', 'DeletionPolicy', 'DependsOn', 'Metadata', 'Properties', 'Type', 'UpdatePolicy', 'UpdateReplacePolicy',
];
const deletionPolicies = ['Delete', 'Retain', 'RetainExceptOnCreate', 'Snapshot'];
const limits = { Resources: 500, Outputs: 200, Parameters: 200, Mappings: 200 };
const maximalBytes = 1_000_000;
const pseudoParameters = ['AccountId', 'NotificationARNs', 'NoValue', 'Partition', 'Region', 'StackId', 'StackName', 'URLSuffix'];

/** Types that have any attribute: what stands behind them decides. */
export const isCustom = (type) => type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';
export const isNestedStack = (type) => type === 'AWS::CloudFormation::Stack';
/** What no specification describes, and nothing has to be made for. */
const isPlain = (type) => ['AWS::CDK::Metadata', 'AWS::CloudFormation::WaitConditionHandle'].includes(type);

function checkTemplate(template, text) {
  const format = (message) => invalid(`Template format error: ${message}`);
  if (Buffer.byteLength(text) > maximalBytes) throw invalid('Template may not exceed 1000000 bytes in size.');
  const unknown = Object.keys(template).filter((key) => !sections.includes(key));
  if (unknown.length) throw invalid(`Invalid template property or properties [${unknown.join(', ')}]`);
  if (!Object.keys(template.Resources ?? {}).length) throw format('At least one Resources member must be defined.');
  for (const [section, limit] of Object.entries(limits)) {
    const count = Object.keys(template[section] ?? {}).length;
    if (count > limit) throw format(`Number of ${section.toLowerCase()}, ${count}, is greater than maximum allowed, ${limit}`);
  }
  for (const name of ['Resources', 'Outputs', 'Parameters'].flatMap((section) => Object.keys(template[section] ?? {}))) {
    if (!/^[A-Za-z0-9]{1,255}$/.test(name)) throw format(`Logical ID ${name} is not alphanumeric`);
  }
  for (const [id, resource] of Object.entries(template.Resources)) checkResource(id, resource, template);
  for (const [name, output] of Object.entries(template.Outputs ?? {})) {
    if (output.Value === undefined) throw format(`Output ${name} is missing a value`);
    checkCondition(output.Condition, template);
  }
  if (hasNull({ ...template, Metadata: undefined })) throw format("Null values are not allowed in templates");
  checkFunctions([template.Conditions, template.Resources, template.Outputs, template.Rules]);
  checkReferences(template);
  creationOrder(template);
}

function checkResource(id, resource, template) {
  const unknown = Object.keys(resource).filter((key) => !resourceParts.includes(key));
  if (unknown.length) throw invalid(`Invalid template resource property '${unknown[0]}'`);
  const type = resource.Type;
  if (!type || !(resourceType(type) || isCustom(type) || isPlain(type))) {
    throw invalid(`Template format error: Unrecognized resource types: [${type}]`);
  }
  for (const policy of ['DeletionPolicy', 'UpdateReplacePolicy']) {
    if (resource[policy] && !deletionPolicies.includes(resource[policy])) {
      throw invalid(`Template format error: Unrecognized ${policy} ${resource[policy]} for resource ${id}`);
    }
  }
  for (const other of [resource.DependsOn ?? []].flat()) {
    if (!template.Resources[other]) throw unresolved([other], 'Resources');
  }
  checkCondition(resource.Condition, template);
}

function checkCondition(name, template) {
  if (name !== undefined && !template.Conditions?.[name]) throw unresolvedCondition(name);
}

const unresolvedCondition = (name) => invalid(`Template error: unresolved condition dependency ${name}`);
const unresolved = (names, block) =>
  invalid(`Template format error: Unresolved resource dependencies [${names.join(', ')}] in the ${block} block of the template`);

function hasNull(value) {
  if (value === null) return true;
  return typeof value === 'object' && Object.values(value).some((item) => item !== undefined && hasNull(item));
}

function checkFunctions(value) {
  if (value === null || typeof value !== 'object') return;
  for (const [key, item] of Object.entries(value)) {
    if (key.startsWith('Fn::') && !functionNames.includes(key)) throw invalid(`Template error: there is no function ${key} here`);
    checkFunctions(item);
  }
}

function checkReferences(template) {
  for (const block of ['Conditions', 'Resources', 'Outputs']) {
    const known = (id) =>
      id in (template.Parameters ?? {}) || pseudoParameters.includes(id.replace('AWS::', '')) || (block !== 'Conditions' && id in template.Resources);
    const content = block === 'Resources' ? Object.values(template.Resources).map(({ Properties }) => Properties ?? {}) : template[block];
    for (const { id, attribute, condition, mapping } of references(content)) {
      if (condition !== undefined && !template.Conditions?.[condition]) throw unresolvedCondition(condition);
      if (typeof mapping === 'string' && !template.Mappings?.[mapping]) {
        throw invalid(`Template error: Mapping named '${mapping}' is not present in the 'Mappings' section of template.`);
      }
      if (id === undefined) continue;
      if (attribute === undefined ? !known(id) : !template.Resources[id]) throw unresolved([id], block);
      if (attribute !== undefined && !hasAttribute(template.Resources[id].Type, attribute)) {
        throw invalid(`Template error: resource ${id} does not support attribute type ${attribute} in Fn::GetAtt`);
      }
    }
  }
}

function hasAttribute(type, attribute) {
  if (isCustom(type)) return true;
  if (isNestedStack(type)) return attribute.startsWith('Outputs.');
  const attributes = resourceType(type)?.attributes;
  return attributes !== undefined && (attributes.has(attribute) || [...attributes.keys()].some((name) => attribute.startsWith(`${name}.`)));
}

/** `{ id, attribute }`, `{ condition }` and `{ mapping }` for all that a value refers to. */
export function references(value) {
  if (value === null || typeof value !== 'object') return [];
  const inside = Object.values(value).flatMap(references);
  if (typeof value.Ref === 'string') return [{ id: value.Ref }];
  if (value['Fn::GetAtt']) return [split([value['Fn::GetAtt']].flat().join('.')), ...inside];
  if (value['Fn::Sub']) {
    const [text, variables = {}] = [value['Fn::Sub']].flat();
    return [...namesIn(text).filter((name) => !(name in variables)).map(split), ...inside];
  }
  if (value['Fn::If']) return [{ condition: value['Fn::If'][0] }, ...inside];
  if (value['Fn::FindInMap']) return [{ mapping: value['Fn::FindInMap'][0] }, ...inside];
  return inside;
}

const namesIn = (text) => [...text.matchAll(/\$\{([^!}][^}]*)\}/g)].map(([, name]) => name);

function split(name) {
  const [id, ...attribute] = name.split('.');
  return attribute.length ? { id, attribute: attribute.join('.') } : { id };
}

/** Logical ids so that each comes after all that it refers to or depends on. */
export function creationOrder({ Resources }) {
  const order = [];
  const state = new Map();
  const visit = (id, path) => {
    if (state.get(id) === 'done') return;
    if (state.get(id) === 'open') {
      throw invalid(`Circular dependency between resources: [${path.slice(path.indexOf(id)).join(', ')}]`);
    }
    state.set(id, 'open');
    for (const other of dependencies(Resources[id])) if (Resources[other]) visit(other, [...path, id]);
    state.set(id, 'done');
    order.push(id);
  };
  for (const id of Object.keys(Resources)) visit(id, []);
  return order;
}

export const dependencies = ({ Properties, DependsOn = [] }) => [
  ...[DependsOn].flat(),
  ...references(Properties ?? {}).map(({ id }) => id).filter((id) => id !== undefined),
];
