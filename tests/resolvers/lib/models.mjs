// SPDX-License-Identifier: Apache-2.0
// The operations of a model by short names, on an API whose tables a test fills.
import assert from 'node:assert/strict';
import { Api } from './api.mjs';

export class Model {
  constructor(api, name) {
    Object.assign(this, { api, name, table: api.tables[name] });
  }

  /** The model `name` of a fresh API of the backend. */
  static async of(backend, name) {
    return new Model(await Api.of(backend), name);
  }

  get items() {
    return this.table.items;
  }

  /** Stores an item as an earlier request would have left it. */
  store(item) {
    this.table.store({ createdAt: 'before', updatedAt: 'before', __typename: this.name, ...item });
  }

  get = (caller, id) => this.api.call(`Query.get${this.name}`, caller, { id });
  list = (caller, args) => this.api.call(this.api.listOf(this.name), caller, args);
  create = (caller, input, condition) => this.api.call(`Mutation.create${this.name}`, caller, { input, condition });
  update = (caller, input, condition) => this.api.call(`Mutation.update${this.name}`, caller, { input, condition });
  delete = (caller, id, condition) => this.api.call(`Mutation.delete${this.name}`, caller, { input: { id }, condition });
  listen = (verb, caller, args, events) => this.api.subscribe(`Subscription.on${verb}${this.name}`, caller, args, events);
}

/** An item as it is stored. */
export const ownedBy = (name, item) => ({ owner: `sub-${name}::${name}`, ...item });

export const idsOf = ({ data, error }) => {
  assert.ifError(error);
  return data.items.map(({ id }) => id);
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
