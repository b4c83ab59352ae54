// SPDX-License-Identifier: Apache-2.0
// Random schemas, changed at random, in GraphQL's language.
import { Dice } from '../../conformance/random/dice.mjs';

const scalars = ['String', 'Int', 'Float', 'Boolean', 'ID', 'AWSDateTime', 'AWSJSON'];
const keyTypes = ['String', 'Int', 'AWSDateTime', 'ID'];
const modelNames = ['Post', 'Comment', 'Author', 'Tag', 'Order'];
const fieldNames = ['title', 'body', 'day', 'rank', 'owner', 'place', 'state'];

/** A schema, and the one that it becomes. */
export function pair(seed) {
  const dice = new Dice(seed);
  const before = schema(dice);
  const after = structuredClone(before);
  for (let i = dice.between(1, 6); i > 0; --i) change(dice, after);
  return [print(before), print(after)];
}

function schema(dice) {
  const models = {};
  for (const name of dice.some(modelNames, dice.between(1, 4))) models[name] = model(dice);
  return { models, values: dice.some(['A', 'B', 'C', 'D'], dice.between(1, 3)) };
}

function model(dice) {
  const fields = {};
  for (const name of dice.some(fieldNames, dice.between(2, fieldNames.length))) fields[name] = field(dice);
  const result = { fields, indexes: {}, sortKeys: [] };
  for (let i = dice.between(0, 4); i > 0; --i) addIndex(dice, result);
  return result;
}

const field = (dice) => ({
  type: dice.chance(0.1) ? 'State' : dice.pick(scalars),
  list: dice.chance(0.15),
  required: dice.chance(0.3),
});

const keysOf = ({ fields }) => Object.keys(fields).filter((name) => keyTypes.includes(fields[name].type) && !fields[name].list);

function addIndex(dice, model) {
  const [partition, ...sortKeys] = dice.some(keysOf(model), dice.between(1, 3));
  if (partition) model.indexes[`by${dice.between(1, 9)}`] = { partition, sortKeys };
}

function change(dice, { models, values }) {
  const name = dice.pick(Object.keys(models));
  const one = models[name];
  const used = Object.values(one.indexes).flatMap(({ partition, sortKeys }) => [partition, ...sortKeys]);
  const free = Object.keys(one.fields).filter((each) => !used.includes(each));
  const changes = [
    () => addIndex(dice, one),
    () => addIndex(dice, one),
    () => delete one.indexes[dice.pick(Object.keys(one.indexes))],
    () => delete one.indexes[dice.pick(Object.keys(one.indexes))],
    () => (one.fields[dice.pick(fieldNames)] ??= field(dice)),
    () => free.length > 1 && delete one.fields[dice.pick(free)],
    () => free.length && (one.fields[dice.pick(free)] = field(dice)),
    () => (one.fields[dice.pick(Object.keys(one.fields))].required = dice.chance(0.5)),
    () => (models[dice.pick(modelNames)] ??= model(dice)),
    () => Object.keys(models).length > 1 && delete models[name],
    () => (values.length > 1 && dice.chance(0.5) ? values.pop() : values.includes('E') || values.push('E')),
  ];
  dice.pick(changes)();
}

export function print({ models, values }) {
  const types = Object.entries(models).map(([name, { fields, indexes }]) => {
    const lines = Object.entries(fields).map(([field, { type, list, required }]) => {
      const used = Object.values(indexes).some(({ partition, sortKeys }) => [partition, ...sortKeys].includes(field));
      const own = Object.entries(indexes).filter(([, { partition }]) => partition === field);
      const directives = own.map(([index, { sortKeys }]) =>
        ` @index(name: "${index}", ${sortKeys.length ? `sortKeyFields: ${JSON.stringify(sortKeys)}, ` : ''}queryField: "${index}${name}")`);
      return `  ${field}: ${list ? `[${type}]` : type}${required || used ? '!' : ''}${directives.join('')}`;
    });
    return `type ${name} @model @auth(rules: [{allow: public}]) {\n  id: ID!\n${lines.join('\n')}\n}\n`;
  });
  return `${types.join('\n')}\nenum State { ${values.join(' ')} }\n`;
}
