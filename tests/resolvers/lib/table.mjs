// SPDX-License-Identifier: Apache-2.0
// A DynamoDB table behind AppSync: requests in the form that resolvers return them, with AppSync's
// treatment of failed conditions.
import { isDeepStrictEqual } from 'node:util';
import { fromAttributeValues, toAttributeValues, typeOf } from './attribute_values.mjs';
import { holds } from './expressions.mjs';
import { Scope, ValidationError } from './scope.mjs';

const plain = (item) => (item ? fromAttributeValues(item) : null);
const failed = (item) => ({
  result: plain(item),
  error: { message: 'The conditional request failed', type: 'DynamoDB:ConditionalCheckFailedException' },
});

export class Table {
  #items = new Map();

  /** What is stored, by id, as plain values. */
  get items() {
    return Object.fromEntries([...this.#items].map(([id, item]) => [id, plain(item)]));
  }

  store(item) {
    this.#items.set(item.id, toAttributeValues(item));
  }

  /** Answers a request with `{ result }` or `{ result, error }`, as handlers find them in their context. */
  request({ operation, ...request }) {
    if (!operations[operation]) throw new Error(`${operation} is not emulated`);
    try {
      return operations[operation](this.#items, request);
    } catch (error) {
      if (!(error instanceof ValidationError)) throw error;
      return { result: null, error: { message: error.message, type: 'DynamoDB:DynamoDbException' } };
    }
  }
}

function idOf({ id, ...others }) {
  if (Object.keys(others).length > 0) throw new ValidationError('the key has more than id');
  if (typeOf(id) !== 'S') throw new ValidationError('the key is not a string');
  return id.S;
}

function meets(condition, item, scope) {
  return !condition || holds(condition.expression, item, scope);
}

const operations = {
  GetItem: (items, { key }) => ({ result: plain(items.get(idOf(key))) }),

  PutItem(items, { key, attributeValues, condition }) {
    const id = idOf(key);
    const scope = new Scope(condition);
    const stored = items.get(id);
    const item = { ...attributeValues, ...key };
    const met = meets(condition, stored, scope);
    scope.checkAllUsed();
    // AppSync takes a repeated request for the same item for the retry of one that succeeded.
    if (!met && !isDeepStrictEqual(stored, item)) return failed(stored);
    items.set(id, item);
    return { result: plain(item) };
  },

  UpdateItem(items, { key, update, condition }) {
    const id = idOf(key);
    const scope = new Scope(update, condition);
    const stored = items.get(id);
    const met = meets(condition, stored, scope);
    const item = updated({ ...key, ...stored }, update.expression, scope);
    scope.checkAllUsed();
    if (!met) return failed(stored);
    items.set(id, item);
    return { result: plain(item) };
  },

  DeleteItem(items, { key, condition }) {
    const id = idOf(key);
    const scope = new Scope(condition);
    const stored = items.get(id);
    const met = meets(condition, stored, scope);
    scope.checkAllUsed();
    // The same for an item that is gone already.
    if (!stored) return { result: null };
    if (!met) return failed(stored);
    items.delete(id);
    return { result: plain(stored) };
  },

  Scan: (items, request) => page([...items], request, new Scope(request.filter)),

  Query(items, { query, ...request }) {
    const scope = new Scope(query, request.filter);
    holds(query.expression, undefined, scope);
    const found = [...items].filter(([, item]) => holds(query.expression, item, scope));
    return page(found, request, scope);
  },
};

/** Applies `SET #a = :b, … REMOVE #c, …`, which may not change the key. */
function updated(item, expression, scope) {
  const [, sets = '', removes = ''] = expression.match(/^(?:SET (.*?))?(?: ?REMOVE (.*))?$/);
  const result = { ...item };
  const attribute = (name) => {
    const key = scope.name(name);
    if (key === 'id') throw new ValidationError('an update may not change the key');
    return key;
  };
  for (const assignment of sets.split(', ').filter(Boolean)) {
    const [name, value] = assignment.split(' = ');
    result[attribute(name)] = scope.value(value);
  }
  for (const name of removes.split(', ').filter(Boolean)) delete result[attribute(name)];
  return result;
}

/**
 * A page has `limit` items before it is filtered. Here as in a query, expressions are read once without an item too:
 * names count as used even when there is no item to hold them against.
 */
function page(entries, { limit, nextToken, filter }, scope) {
  const start = nextToken ? entries.findIndex(([id]) => id === nextToken) + 1 : 0;
  const taken = entries.slice(start, start + limit);
  const kept = taken.filter(([, item]) => meets(filter, item, scope));
  meets(filter, undefined, scope);
  scope.checkAllUsed();
  return {
    result: {
      items: kept.map(([, item]) => plain(item)),
      nextToken: start + limit < entries.length ? taken.at(-1)[0] : null,
      scannedCount: taken.length,
    },
  };
}
