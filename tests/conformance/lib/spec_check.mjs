// SPDX-License-Identifier: Apache-2.0
// Checks the properties of resources against the CloudFormation resource specification.
import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';

const database = await loadAwsServiceSpec();
const types = new Map(database.all('resource').map((type) => [type.cloudFormationType, type]));

/** Types that no specification describes. */
const unspecified = /^(Custom::|AWS::CloudFormation::(CustomResource|WaitCondition|Macro)|AWS::CDK::Metadata)/;

export const isIntrinsic = (value) =>
  isObject(value) && Object.keys(value).length === 1 && /^(Ref|Condition|Fn::.*)$/.test(Object.keys(value)[0]);

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/** Whether `Fn::GetAtt` may read this attribute of a resource of this type. */
export function hasAttribute(type, attribute) {
  const specification = types.get(type);
  if (!specification || unspecified.test(type)) return true;
  return attribute in specification.attributes || attribute.split('.')[0] in specification.attributes;
}

/** Messages about a resource's type and properties. */
export function checkResource(resource) {
  const { Type, Properties = {} } = resource;
  if (!Type) return ['has no Type'];
  if (unspecified.test(Type)) {
    return Type.startsWith('Custom::') && !Properties.ServiceToken ? ['has no ServiceToken'] : [];
  }
  const specification = types.get(Type);
  return specification ? checkProperties(Properties, specification.properties, '') : [`has unknown type ${Type}`];
}

function checkProperties(value, properties, path) {
  if (isIntrinsic(value)) return [];
  const unknown = Object.keys(value)
    .filter((key) => !properties[key])
    .map((key) => `${path}/${key}: unknown property`);
  const missing = Object.entries(properties)
    .filter(([key, property]) => property.required && !(key in value))
    .map(([key]) => `${path}/${key}: missing, but required`);
  const wrong = Object.entries(value)
    .filter(([key]) => properties[key])
    .flatMap(([key, item]) => checkValue(item, properties[key].type, `${path}/${key}`));
  return [...unknown, ...missing, ...wrong];
}

function checkValue(value, type, path) {
  if (value === null) return [`${path}: null`];
  if (isIntrinsic(value)) {
    const branches = value['Fn::If']?.slice(1) ?? [];
    return branches.flatMap((branch) => checkValue(branch, type, path));
  }
  return checks[type.type]?.(value, type, path) ?? [];
}

const expected = (what, path) => [`${path}: expected ${what}`];

const checks = {
  string: (value, { allowedValues }, path) => {
    if (typeof value === 'object') return expected('a string', path);
    return allowedValues && !allowedValues.includes(value) ? expected(`one of ${allowedValues.join(', ')}`, path) : [];
  },
  integer: (value, type, path) => checkNumber(value, type, path),
  number: (value, type, path) => checkNumber(value, type, path),
  boolean: (value, _, path) => ([true, false, 'true', 'false'].includes(value) ? [] : expected('a boolean', path)),
  array: (value, { element }, path) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => checkValue(item, element, `${path}/${index}`))
      : expected('a list', path),
  map: (value, { element }, path) =>
    isObject(value)
      ? Object.entries(value).flatMap(([key, item]) => checkValue(item, element, `${path}/${key}`))
      : expected('an object', path),
  ref: (value, { reference }, path) => {
    const definition = database.get('typeDefinition', reference.$ref);
    return isObject(value) ? checkProperties(value, definition.properties, path) : expected(definition.name, path);
  },
  union: (value, type, path) => {
    const attempts = type.types.map((branch) => checkValue(value, branch, path));
    return attempts.some((messages) => messages.length === 0) ? [] : attempts[0];
  },
};

function checkNumber(value, { type, minValue, maxValue }, path) {
  if (typeof value === 'object' || Number.isNaN(Number(value))) return expected(`a number (${type})`, path);
  if (minValue !== undefined && Number(value) < minValue) return expected(`at least ${minValue}`, path);
  if (maxValue !== undefined && Number(value) > maxValue) return expected(`at most ${maxValue}`, path);
  return [];
}
