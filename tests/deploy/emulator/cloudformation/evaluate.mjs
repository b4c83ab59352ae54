// SPDX-License-Identifier: Apache-2.0
// Intrinsic functions.
import { invalid } from '../error.mjs';

export const functionNames = [
  'And', 'Base64', 'Cidr', 'Contains', 'EachMemberEquals', 'EachMemberIn', 'Equals', 'FindInMap', 'GetAZs', 'GetAtt', 'If', 'ImportValue',
  'Join', 'Not', 'Or', 'Select', 'Split', 'Sub',
].map((name) => `Fn::${name}`);

/** What `AWS::NoValue` is, until the property is left out. */
const noValue = Symbol('AWS::NoValue');

/** Stands for a value that is known only when the change set has been executed. */
const laterMark = '{KnownAfterApply}';  // without what Fn::Split is likely to look for
export const later = (what) => `${laterMark}${what}`;
export const isLater = (value) => JSON.stringify(value ?? null).includes(laterMark);

/**
 * Makes `evaluate(value)`.
 * @param {object} scope
 * @param {(id: string) => unknown} scope.ref  of resources and parameters; undefined when there is none
 * @param {(id: string, attribute: string) => unknown} scope.attribute
 * @param {(name: string) => string} scope.importValue
 * @param {object} scope.template
 * @param {Record<string, boolean>} scope.conditions
 * @param {string} scope.region
 */
export function evaluator(scope) {
  const { template } = scope;

  function evaluate(value) {
    const result = visit(value);
    return result === noValue ? undefined : result;
  }

  function visit(value) {
    if (Array.isArray(value)) return value.map(visit).filter((item) => item !== noValue);
    if (value === null || typeof value !== 'object') return value;
    const keys = Object.keys(value);
    if (keys.length === 1 && functions[keys[0]]) return functions[keys[0]](value[keys[0]]);
    return Object.fromEntries(keys.map((key) => [key, visit(value[key])]).filter(([, item]) => item !== noValue));
  }

  function ref(id) {
    if (id === 'AWS::NoValue') return noValue;
    const value = scope.ref(id);
    if (value === undefined) throw invalid(`Template error: ${id} is not there`);
    return value;
  }

  function text(value, what) {
    if (['string', 'number', 'boolean'].includes(typeof value)) return String(value);
    throw invalid(`Template error: every ${what} must be a string, not ${JSON.stringify(value)}`);
  }

  function list(value, what) {
    const result = visit(value);
    if (Array.isArray(result)) return result;
    throw invalid(`Template error: ${what} takes a list, not ${JSON.stringify(result)}`);
  }

  const functions = {
    Ref: ref,
    Condition: (name) => condition(name),
    'Fn::GetAtt': (argument) => {
      const [id, ...attribute] = Array.isArray(argument) ? argument : argument.split('.');
      return scope.attribute(id, attribute.map(visit).join('.'));
    },
    'Fn::Join': ([separator, items]) => list(items, 'Fn::Join').map((item) => text(item, 'Fn::Join object')).join(separator),
    'Fn::Sub': (argument) => {
      const [template, variables = {}] = [argument].flat();
      return template.replace(/\$\{([^}]*)\}/g, (_, name) => {
        if (name.startsWith('!')) return `\${${name.slice(1)}}`;
        if (name in variables) return text(visit(variables[name]), 'Fn::Sub value');
        const [id, ...attribute] = name.split('.');
        return text(attribute.length ? scope.attribute(id, attribute.join('.')) : ref(id), 'Fn::Sub value');
      });
    },
    'Fn::Select': ([index, items]) => {
      const values = list(items, 'Fn::Select');
      const position = Number(visit(index));
      if (position in values) return values[position];
      if (isLater(values)) return later('Fn::Select');
      throw invalid(`Template error: Fn::Select cannot select nonexistent value at index ${position}`);
    },
    'Fn::Split': ([separator, source]) => text(visit(source), 'Fn::Split source').split(separator),
    'Fn::If': ([name, whenTrue, whenFalse]) => visit(condition(name) ? whenTrue : whenFalse),
    'Fn::FindInMap': ([map, first, second]) => {
      const [name, top, key] = [map, first, second].map(visit);
      const value = template.Mappings?.[name]?.[top]?.[key];
      if (value === undefined) throw invalid(`Template error: Unable to get mapping for ${name}::${top}::${key}`);
      return value;
    },
    'Fn::Base64': (value) => Buffer.from(text(visit(value), 'Fn::Base64 value')).toString('base64'),
    'Fn::GetAZs': (region) => ['a', 'b', 'c'].map((zone) => `${visit(region) || scope.region}${zone}`),
    'Fn::Cidr': ([block, count, bits]) => cidr(visit(block), Number(visit(count)), Number(visit(bits ?? 8))),
    'Fn::ImportValue': (name) => scope.importValue(visit(name)),
    'Fn::Equals': ([left, right]) => text(visit(left), 'Fn::Equals operand') === text(visit(right), 'Fn::Equals operand'),
    'Fn::And': (operands) => operands.every(visit),
    'Fn::Or': (operands) => operands.some(visit),
    'Fn::Not': ([operand]) => !visit(operand),
    'Fn::Contains': ([values, wanted]) => list(values, 'Fn::Contains').map(String).includes(String(visit(wanted))),
    'Fn::EachMemberEquals': ([values, wanted]) => list(values, 'Fn::EachMemberEquals').every((value) => value === visit(wanted)),
    'Fn::EachMemberIn': ([values, allowed]) => list(values, 'Fn::EachMemberIn').every((value) => list(allowed, 'Fn::EachMemberIn').includes(value)),
  };

  function condition(name) {
    if (!(name in scope.conditions)) scope.conditions[name] = Boolean(visit(template.Conditions[name]));
    return scope.conditions[name];
  }

  return { evaluate, condition };
}

/** Blocks of 2^bits addresses out of one of IPv4. */
function cidr(block, count, bits) {
  const [address, prefix] = block.split('/');
  const start = address.split('.').reduce((number, part) => number * 256 + Number(part), 0);
  const size = 2 ** bits;
  if (count * size > 2 ** (32 - prefix)) throw invalid(`Template error: ${block} has no room for ${count} blocks of ${size}`);
  return Array.from({ length: count }, (_, index) => {
    const first = start + index * size;
    return `${[24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256).join('.')}/${32 - bits}`;
  });
}
