// SPDX-License-Identifier: Apache-2.0
// Random requests of random callers, one after the other on the same tables. The same seed gives the same requests.
import { graphql } from '../packages.mjs';
import { ownerValue, teamOf } from './callers.mjs';
import { sample } from './samples.mjs';

/** Mulberry32: numbers from 0 up to 1. */
export function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function* sequences(backend, { count, length, seed }) {
  const models = [...backend.models.values()];
  if (models.length === 0) return;
  for (let index = 0; index < count; index += 1) {
    const random = generator(seed + index);
    const pick = (list) => list[Math.floor(random() * list.length)];
    const model = pick(models);
    const kinds = new Kinds(backend, model, random);
    const callers = backend.callersFor(backend.neighbours(model));
    const steps = Array.from({ length }, (_, number) => ({ ...kinds.step(), caller: pick(callers), number }));
    const items = backend.items(backend.neighbours(model));
    yield { name: `${model.name}/sequence ${seed + index}`, items, steps: steps.map(({ number, ...step }) => ({ ...step, name: `${number} ${step.name}` })) };
  }
}

const keys = 5;

class Kinds {
  constructor(backend, model, random) {
    Object.assign(this, { backend, model, random, operations: backend.operations.get(model.name) });
  }

  number = (limit) => Math.floor(this.random() * limit);
  chance = (share) => this.random() < share;
  pick = (list) => list[this.number(list.length)];

  step() {
    const made = this.pick(['get', 'list', 'list', 'create', 'create', 'update', 'update', 'update', 'delete', 'index', 'listen']);
    return this[made]() ?? this.step();
  }

  request(name, kind, field, args, others) {
    return field && { name, kind, ...this.backend.request(kind, field, args), ...others };
  }

  get() {
    return this.request('get', 'query', this.operations.get, this.backend.keyOf(this.model, this.number(keys)));
  }

  list() {
    const { list } = this.operations;
    if (!list) return undefined;
    const limit = this.chance(0.3) ? { limit: 1 + this.number(4) } : {};
    const filter = this.chance(0.6) ? { filter: this.filter(list, 'filter') } : {};
    return this.request('list', 'query', list, { ...limit, ...filter }, { unordered: list.name, ...(limit.limit ? { follow: list.name } : {}) });
  }

  index() {
    if (this.operations.indexes.length === 0) return undefined;
    const field = this.pick(this.operations.indexes);
    const required = field.args.filter((argument) => graphql.isNonNullType(argument.type));
    const args = Object.fromEntries(required.map((argument) => [argument.name, sample(argument.type, this.number(keys))]));
    return this.request(field.name, 'query', field, { ...args, ...(this.chance(0.5) ? { sortDirection: this.pick(['ASC', 'DESC']) } : {}) });
  }

  create() {
    return this.write('create', () => ({}));
  }

  update() {
    return this.write('update', () => this.backend.keyOf(this.model, this.number(keys)));
  }

  delete() {
    const field = this.operations.delete;
    if (!field) return undefined;
    return this.request('delete', 'mutation', field, { input: this.backend.keyOf(this.model, this.number(keys)), ...this.condition(field) });
  }

  listen() {
    const field = this.pick(this.operations.subscriptions);
    if (!field) return undefined;
    const filtered = field.args.some(({ name }) => name === 'filter') && this.chance(0.5);
    return this.request(field.name, 'subscription', field, filtered ? { filter: this.filter(field, 'filter') } : {});
  }

  write(kind, key) {
    const field = this.operations[kind];
    if (!field) return undefined;
    const type = this.backend.inputOf(this.model, kind);
    const input = {};
    for (const { name, type: given } of Object.values(type.getFields())) {
      if (graphql.isNonNullType(given) || this.chance(0.5)) input[name] = this.chance(0.15) && !graphql.isNonNullType(given) ? null : sample(given, this.number(keys));
    }
    for (const rule of this.model.owners) this.replace(input, rule, () => ownerValue(rule, this.pick(['alice', 'bob', 'carol'])));
    for (const rule of this.model.groups) this.replace(input, rule, () => teamOf(this.number(3)));
    return this.request(kind, 'mutation', field, { input: { ...input, ...key() }, ...this.condition(field) });
  }

  /** A field that says whose an item is mostly names one whom there is. */
  replace(input, { field, list }, value) {
    if (input[field] === undefined || input[field] === null || this.chance(0.1)) return;
    input[field] = list ? [value()] : value();
  }

  condition(field) {
    return this.chance(0.4) ? { condition: this.filter(field, 'condition') } : {};
  }

  /** A filter up to three levels deep, of the operators that the field's input offers. */
  filter(field, argument, depth = 2) {
    const type = graphql.getNamedType(field.args.find(({ name }) => name === argument).type);
    return this.filterOf(type, depth);
  }

  filterOf(type, depth) {
    const fields = Object.values(type.getFields());
    const compound = fields.filter(({ name }) => ['and', 'or', 'not'].includes(name));
    if (depth > 0 && compound.length > 0 && this.chance(0.4)) {
      const { name, type: given } = this.pick(compound);
      const list = graphql.isListType(graphql.getNullableType(given));
      return { [name]: list ? Array.from({ length: 1 + this.number(2) }, () => this.filterOf(type, depth - 1)) : this.filterOf(type, depth - 1) };
    }
    const { name, type: operators } = this.pick(fields.filter((item) => !compound.includes(item)));
    return { [name]: this.comparison(graphql.getNamedType(operators)) };
  }

  comparison(type) {
    const { name, type: operand } = this.pick(Object.values(type.getFields()));
    if (name === 'size') return { size: this.comparison(graphql.getNamedType(operand)) };
    if (name === 'between') return { between: [sample(graphql.getNamedType(operand), 0), sample(graphql.getNamedType(operand), this.number(keys))] };
    return { [name]: sample(operand, this.number(keys)) };
  }
}
