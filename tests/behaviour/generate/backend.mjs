// SPDX-License-Identifier: Apache-2.0
// What requests can be made of a backend: its operations, found in the GraphQL schema, and items to try them on.
import { graphql } from '../packages.mjs';
import { callersOf, ownerValue, teamOf } from './callers.mjs';
import { modelsOf } from './model_schema.mjs';
import { operation, sample, selection, stored } from './samples.mjs';

const people = ['alice', 'bob'];

export class Backend {
  constructor(deployment, modelSchema, schema) {
    this.schema = schema;
    this.models = modelsOf(modelSchema);
    this.callers = callersOf(deployment, this.models);
    this.deployment = deployment;
    this.tables = new Map(deployment.tables.map((table) => [table.TableName.split('-')[0], table]));
    const roots = { query: schema.getQueryType(), mutation: schema.getMutationType(), subscription: schema.getSubscriptionType() };
    this.fields = Object.fromEntries(Object.entries(roots).map(([kind, type]) => [kind, Object.values(type?.getFields() ?? {})]));
    this.operations = new Map([...this.models.values()].map((model) => [model.name, this.#operationsOf(model)]));
  }

  /** The fields that Amplify makes for a model; those that it was told to leave out are undefined. */
  #operationsOf({ name }) {
    const capital = name[0].toUpperCase() + name.slice(1);
    const named = (kind, prefix) => this.fields[kind].find((field) => field.name === `${prefix}${capital}`);
    const connections = this.fields.query.filter((field) => graphql.getNamedType(field.type).name === `Model${capital}Connection`);
    return {
      get: named('query', 'get'),
      list: connections.find((field) => field.name.startsWith('list') && !field.args.some((argument) => graphql.isNonNullType(argument.type))),
      indexes: connections.filter((field) => field.args.some((argument) => graphql.isNonNullType(argument.type))),
      create: named('mutation', 'create'),
      update: named('mutation', 'update'),
      delete: named('mutation', 'delete'),
      subscriptions: ['onCreate', 'onUpdate', 'onDelete'].map((prefix) => named('subscription', prefix)).filter(Boolean),
    };
  }

  /** Fields of the root types that no model accounts for. */
  customOperations() {
    const known = new Set([...this.operations.values()].flatMap((list) => Object.values(list).flat()).filter(Boolean));
    return Object.entries(this.fields).flatMap(([kind, fields]) => fields.filter((field) => !known.has(field)).map((field) => ({ kind, field })));
  }

  /** A call of a field as `{ query, variables }`; its selection reaches `steps` relations far. */
  request(kind, field, args, steps = 1) {
    const isModel = (name) => this.models.has(name);
    return operation(kind, field, args, selection(field.type, steps, isModel));
  }

  /** The names of the callers whom the rules of these models tell apart. */
  callersFor(models) {
    return Object.keys(callersOf(this.deployment, new Map(models.map((model) => [model.name, model]))));
  }

  inputOf(model, kind) {
    return graphql.getNamedType(this.operations.get(model.name)[kind].args.find(({ name }) => name === 'input').type);
  }

  /** The arguments that name item `n`. */
  keyOf(model, n) {
    const type = this.schema.getType(model.name);
    return Object.fromEntries(model.key.map((field) => [field, sample(type.getFields()[field].type, n)]));
  }

  /**
   * Item `n` as an earlier request would have left it: the first belongs to alice and the first team, the second to bob
   * and the second team, others to nobody.
   */
  item(model, n) {
    const type = this.schema.getType(model.name);
    const plain = Object.values(type.getFields()).filter((field) => !this.#isRelation(field));
    const item = Object.fromEntries(plain.map((field) => [field.name, stored(field.type, sample(field.type, n))]));
    const owner = people[n];
    for (const rule of model.owners) setOrDrop(item, rule, owner && ownerValue(rule, owner));
    for (const rule of model.groups) setOrDrop(item, rule, owner && teamOf(n));
    this.#addComposites(item, this.tables.get(model.name));
    return { ...item, __typename: model.name };
  }

  /** A model and those that its relations lead to, two steps far: what a request for it may show. */
  neighbours(model) {
    const near = ({ name }) => Object.values(this.schema.getType(name).getFields())
      .map((field) => graphql.getNamedType(field.type).name.replace(/^Model(.*)Connection$/, '$1'))
      .flatMap((name) => this.models.get(name) ?? []);
    const first = near(model);
    return [...new Set([model, ...first, ...first.flatMap(near)])];
  }

  /** Own, another's and nobody's item of each of these models. */
  items(models) {
    return models.flatMap((model) => [0, 1, 2].map((n) => ({ model: model.name, item: this.item(model, n) })));
  }

  #isRelation(field) {
    const named = graphql.getNamedType(field.type);
    return this.models.has(named.name) || /^Model.*Connection$/.test(named.name);
  }

  /** Tables have attributes for keys of several fields: `day#seq`. */
  #addComposites(item, table) {
    const keys = [table, ...(table.GlobalSecondaryIndexes ?? [])].flatMap(({ KeySchema }) => KeySchema);
    for (const { AttributeName: name } of keys) {
      if (name.includes('#')) item[name] = name.split('#').map((field) => item[field]).join('#');
    }
  }
}

function setOrDrop(item, { field, list }, value) {
  if (value === undefined) delete item[field];
  else item[field] = list ? [value] : value;
}
