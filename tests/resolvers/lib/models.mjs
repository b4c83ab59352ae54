// SPDX-License-Identifier: Apache-2.0
// The operations of a model by short names, on an API whose tables a test fills. What they answer is the resolver's own,
// before GraphQL picks fields from it.
import assert from 'node:assert/strict';
import { ResolverError } from '../../../runtime/appsync/invocation.mjs';
import { Api } from '../../behaviour/appsync/api.mjs';
import { matchesArguments, passes } from '../../behaviour/appsync/subscriptions.mjs';
import { deployment } from '../../behaviour/deployment.mjs';
import { ours } from '../../conformance/lib/backends.mjs';

const apis = new Map();
let clock = Date.UTC(2030, 0, 1);

async function apiOf(backend, functions) {
  if (!apis.has(backend)) apis.set(backend, await Api.of(deployment(ours(backend)), { now: () => clock, functions }));
  const api = apis.get(backend);
  await api.clear();
  return api;
}

/** AppSync leaves out the arguments that were not given. */
const given = (args) => JSON.parse(JSON.stringify(args));

export class Model {
  constructor(api, name, stored = name) {
    Object.assign(this, { api, name, table: api.tableOf(stored) });
  }

  /**
   * The model `name` of the backend, its tables empty. `functions` are called by the names of their data sources; `stored`
   * is the name that the table has.
   */
  static async of(backend, name, { functions, stored } = {}) {
    return new Model(await apiOf(backend, functions), name, stored);
  }

  /** The time that the next request sees; each comes a second after the one before. */
  get now() {
    return new Date(clock + 1000).toISOString();
  }

  /** What is stored, by id. */
  async items() {
    return Object.fromEntries((await this.api.items(this.table)).map((item) => [item.id, item]));
  }

  /** Stores an item as an earlier request would have left it. */
  store(item) {
    return this.api.put(this.table, { createdAt: 'before', updatedAt: 'before', __typename: this.name, ...item });
  }

  /** Calls a field, such as `Mutation.createPost`; gives `{ data }` or `{ error }`. */
  async call(field, caller, args = {}, source) {
    clock += 1000;
    try {
      return { data: (await this.api.resolve(field, caller, given(args), source)).result };
    } catch (error) {
      if (!(error instanceof ResolverError)) throw error;
      return { error };
    }
  }

  get = (caller, id) => this.call(`Query.get${this.name}`, caller, { id });
  list = (caller, args) => this.call(this.#listField(), caller, args);
  create = (caller, input, condition) => this.call(`Mutation.create${this.name}`, caller, { input, condition });
  update = (caller, input, condition) => this.call(`Mutation.update${this.name}`, caller, { input, condition });
  delete = (caller, id, condition) => this.call(`Mutation.delete${this.name}`, caller, { input: { id }, condition });

  /** The events among `events` that a subscriber gets; throws what refuses the subscription. */
  async listen(verb, caller, { filter, ...args }, events) {
    const { invocation } = await this.api.resolve(`Subscription.on${verb}${this.name}`, caller, given({ filter, ...args }));
    const { subscriptionFilter } = invocation;
    return events.filter((event) => (subscriptionFilter ? passes(subscriptionFilter, event) : matchesArguments(args, event)));
  }

  #listField() {
    const { dataSources, functions, resolvers } = this.api.description;
    const sourcesOf = (resolver) => [resolver.dataSource, ...(resolver.functions ?? []).map((id) => functions[id].dataSource)];
    const reads = (resolver) => sourcesOf(resolver).some((source) => dataSources[source]?.tableName === this.table);
    const { typeName, fieldName } = resolvers.find((resolver) => /^list(?!Deleted)/.test(resolver.fieldName) && reads(resolver));
    return `${typeName}.${fieldName}`;
  }
}

/** An item as it is stored. */
export const ownedBy = (name, item) => ({ owner: `sub-${name}::${name}`, ...item });

export const idsOf = ({ data, error }) => {
  assert.ifError(error);
  return data.items.map(({ id }) => id).sort();
};

/** The answer is an error of this type, and carries nothing but the message. */
export function assertError({ data, error }, type, message) {
  assert.equal(error?.type, type, `not refused: ${JSON.stringify(data)}`);
  assert.deepEqual([error.data, error.info], [null, null]);
  if (message) assert.equal(error.message, message);
}

export const assertUnauthorized = (answer) => {
  assertError(answer, 'Unauthorized');
  assert.match(answer.error.message, /^Not Authorized to access \w+ on type \w+$/);
};

export const assertConditionFailed = (answer) =>
  assertError(answer, 'DynamoDB:ConditionalCheckFailedException', 'The conditional request failed');
