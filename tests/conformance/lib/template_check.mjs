// SPDX-License-Identifier: Apache-2.0
// Checks one stack's template: limits, names, references, dependencies, links to nested stacks.
import { checkResource, hasAttribute, isIntrinsic } from './spec_check.mjs';

const limits = { Resources: 500, Outputs: 200, Parameters: 200 };
const maximalBytes = 1_000_000;
const pseudoParameters = new Set(
  ['AccountId', 'NotificationARNs', 'NoValue', 'Partition', 'Region', 'StackId', 'StackName', 'URLSuffix'].map(
    (name) => `AWS::${name}`,
  ),
);

/** Messages about a loaded stack, without those about its nested stacks. */
export function checkTemplate(stack) {
  const { Resources = {}, Outputs = {} } = stack.template;
  return [
    ...checkLimits(stack.template),
    ...Object.entries(Resources).flatMap(([id, resource]) =>
      [
        ...(/^[A-Za-z0-9]{1,255}$/.test(id) ? [] : ['logical id is not alphanumeric']),
        ...checkResource(resource),
        ...checkReferences(resource, stack),
        ...checkDependsOn(resource, Resources),
        ...(stack.children[id] ? checkNestedParameters(resource, stack.children[id]) : []),
      ].map((message) => `Resources/${id}: ${message}`),
    ),
    ...Object.entries(Outputs).flatMap(([name, output]) =>
      [...checkOutput(name, output), ...checkReferences(output.Value, stack)].map(
        (message) => `Outputs/${name}: ${message}`,
      ),
    ),
    ...checkCycles(Resources),
  ];
}

function checkLimits(template) {
  const sizes = Object.entries(limits).map(([section, limit]) => [section, Object.keys(template[section] ?? {}).length, limit]);
  const messages = sizes.filter(([, size, limit]) => size > limit).map(([section, size, limit]) => `${section}: ${size}, more than ${limit}`);
  if (sizes[0][1] === 0) messages.push('Resources: none');
  if (JSON.stringify(template).length > maximalBytes) messages.push(`larger than ${maximalBytes} bytes`);
  return messages;
}

function checkOutput(name, { Value }) {
  if (!/^[A-Za-z0-9]{1,255}$/.test(name)) return ['name is not alphanumeric'];
  return typeof Value === 'string' || isIntrinsic(Value) ? [] : ['value is no string'];
}

function checkDependsOn({ DependsOn = [] }, resources) {
  return [DependsOn].flat().filter((id) => !(id in resources)).map((id) => `depends on undefined ${id}`);
}

function checkNestedParameters({ Properties }, child) {
  const given = Properties.Parameters ?? {};
  const declared = child.template.Parameters ?? {};
  return [
    ...Object.keys(given).filter((name) => !(name in declared)).map((name) => `nested stack has no parameter ${name}`),
    ...Object.keys(declared)
      .filter((name) => !(name in given) && !('Default' in declared[name]))
      .map((name) => `parameter ${name} of the nested stack is not given`),
  ];
}

function checkReferences(value, stack) {
  const { Conditions = {}, Mappings = {} } = stack.template;
  return [
    ...referencesOf(value).flatMap(({ id, attribute }) =>
      attribute === undefined ? checkRef(id, stack) : checkAttribute(id, attribute, stack),
    ),
    ...conditionsOf(value).filter((name) => !(name in Conditions)).map((name) => `undefined condition ${name}`),
    ...mappingsOf(value).filter((name) => typeof name === 'string' && !(name in Mappings)).map((name) => `undefined mapping ${name}`),
  ];
}

function checkRef(id, { template }) {
  const defined = pseudoParameters.has(id) || id in (template.Resources ?? {}) || id in (template.Parameters ?? {});
  return defined ? [] : [`reference to undefined ${id}`];
}

function checkAttribute(id, attribute, stack) {
  const resource = stack.template.Resources?.[id];
  if (!resource) return [`attribute ${attribute} of undefined ${id}`];
  const child = stack.children[id];
  const exists =
    resource.Type !== 'AWS::CloudFormation::Stack'
      ? hasAttribute(resource.Type, attribute)
      : attribute.startsWith('Outputs.') && (!child || attribute.slice('Outputs.'.length) in (child.template.Outputs ?? {}));
  return exists ? [] : [`${id} (${resource.Type}) has no attribute ${attribute}`];
}

/** Every resource must be creatable: no cycle of references and DependsOn. */
function checkCycles(resources) {
  const edges = new Map(
    Object.entries(resources).map(([id, resource]) => [
      id,
      [...referencesOf(resource.Properties).map((reference) => reference.id), ...[resource.DependsOn ?? []].flat()].filter((other) => other in resources),
    ]),
  );
  const finished = new Set();
  const messages = [];
  function visit(id, path) {
    if (finished.has(id)) return;
    if (path.includes(id)) {
      messages.push(`Resources: cycle ${[...path.slice(path.indexOf(id)), id].join(' → ')}`);
      return;
    }
    for (const other of edges.get(id)) visit(other, [...path, id]);
    finished.add(id);
  }
  for (const id of edges.keys()) visit(id, []);
  return messages;
}

/** Calls `visit` for every object inside a value. */
function walk(value, visit) {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) visit(value);
  Object.values(value).forEach((item) => walk(item, visit));
}

/** `{ id, attribute }` for every Ref (without attribute), Fn::GetAtt and name in Fn::Sub. */
function referencesOf(value) {
  const found = [];
  walk(value, (object) => {
    if (typeof object.Ref === 'string') found.push({ id: object.Ref });
    if ('Fn::GetAtt' in object) found.push(split([object['Fn::GetAtt']].flat().join('.')));
    if ('Fn::Sub' in object) found.push(...namesInSub(object['Fn::Sub']));
  });
  return found;
}

function namesInSub(argument) {
  const [template, variables = {}] = [argument].flat();
  return [...template.matchAll(/\$\{([^!}][^}]*)\}/g)].map(([, name]) => name).filter((name) => !(name in variables)).map(split);
}

function split(name) {
  const [id, ...attribute] = name.split('.');
  return attribute.length ? { id, attribute: attribute.join('.') } : { id };
}

function conditionsOf(value) {
  const found = typeof value?.Condition === 'string' ? [value.Condition] : [];
  walk(value, (object) => {
    if ('Fn::If' in object) found.push(object['Fn::If'][0]);
  });
  return found;
}

function mappingsOf(value) {
  const found = [];
  walk(value, (object) => {
    if ('Fn::FindInMap' in object) found.push(object['Fn::FindInMap'][0]);
  });
  return found;
}
