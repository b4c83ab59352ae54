// SPDX-License-Identifier: Apache-2.0
// Templates and patterns by the thousand, the same every time.
import { generator } from './generator.mjs';

const keys = ['A', 'B', 'C'];
const scalars = ['x', 'y', 'xyz', 1, 2.5, true, false];

/** `count` templates with a pattern each, which half of the time is made to match. */
export function cases(count) {
  const random = generator(42);
  return Array.from({ length: count }, () => {
    const properties = Array.from({ length: 1 + random.below(3) }, () => object(random, 0));
    const resources = properties.map((each, i) => [`R${i}`, { Type: 'Foo::Bar', Properties: each }]);
    return { template: { Resources: Object.fromEntries(resources) }, pattern: patternOf(random, random.pick(properties), 0) };
  });
}

function object(random, depth) {
  return Object.fromEntries(keys.filter(() => !random.chance(3)).map((key) => [key, value(random, depth + 1)]));
}

function value(random, depth) {
  const kind = depth > 3 ? 9 : random.below(10);
  if (kind < 2) return object(random, depth);
  if (kind < 5) return Array.from({ length: random.below(4) }, () => value(random, depth + 1));
  if (kind < 6) return JSON.stringify(value(random, depth + 2));
  return random.pick(scalars);
}

/** What matches the value, unless something in it is changed. */
function patternOf(random, actual, depth) {
  if (random.chance(8)) actual = value(random, depth);
  const inner = (item) => patternOf(random, item, depth + 1);
  const some = (list) => list.filter(() => !random.chance(4));
  if (depth > 0 && random.chance(10)) return { $: 'not', of: inner(value(random, depth)) };
  if (depth > 0 && random.chance(12)) return random.pick([{ $: 'anyValue' }, { $: 'capture' }, { $: 'absent' }]);
  if (Array.isArray(actual)) return list(random, actual, inner, some);
  if (typeof actual === 'object') return members(random, actual, inner, some);
  if (typeof actual === 'string') return text(random, actual, inner);
  return actual;
}

function list(random, actual, inner, some) {
  const kind = random.below(6);
  // CDK: these choose no element of a list.
  const chooses = (item) => (['absent', 'anyValue'].includes(item.$) ? 'x' : item);
  if (kind < 2) return { $: 'arrayWith', of: some(actual).map(inner).map(chooses) };
  if (kind < 3) return { $: 'arrayEquals', of: actual.map(inner) };
  if (kind < 4) return { $: 'capture', of: { $: 'arrayWith', of: some(actual).map(inner).map(withoutCaptures).map(chooses) } };
  const literal = (random.chance(3) ? some(actual) : actual).map(inner);
  // In braces, a list of pairs that begin with a string is an object.
  const isPair = (item) => Array.isArray(item) && item.length === 2 && typeof item[0] === 'string';
  return literal.length && literal.every(isPair) ? { $: 'arrayEquals', of: literal } : literal;
}

// CDK: what is captured within a capture is lost. Ours keeps it.
const withoutCaptures = (spec) => JSON.parse(JSON.stringify(spec), (key, item) => (item.$ === 'capture' ? item.of ?? 'x' : item));

function members(random, actual, inner, some) {
  const kind = random.below(8);
  const of = (entries) => Object.fromEntries(entries.map(([key, item]) => [key, inner(item)]));
  const all = Object.entries(actual);
  if (kind < 2) return { $: 'objectLike', of: of(some(all)) };
  if (kind < 4) return { $: 'objectEquals', of: of(all) };
  if (kind < 5) return { $: 'exact', of: of(all) };
  if (kind < 6) return { ...of(some(all)), [random.pick(keys)]: { $: 'absent' } };
  return of(some(all));
}

function text(random, actual, inner) {
  const parsed = /^[{[]/.test(actual) ? JSON.parse(actual) : undefined;
  if (parsed !== undefined && !random.chance(4)) return { $: 'serializedJson', of: inner(parsed) };
  if (random.chance(4)) return { $: 'stringLikeRegexp', of: random.pick(['^x', 'y$', 'x|y', '[a-z]{3}', '\\{']) };
  return actual;
}
