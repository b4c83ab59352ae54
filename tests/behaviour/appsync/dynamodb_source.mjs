// SPDX-License-Identifier: Apache-2.0
// AppSync's data source DynamoDB: requests in the form that resolvers return them.
import { isDeepStrictEqual } from 'node:util';
import { plainMap, toApiMap } from './attributes.mjs';
import { DynamoDbError } from './dynalite.mjs';
import { DataSourceError } from './errors.mjs';

const named = ['ConditionalCheckFailedException', 'TransactionCanceledException'];
const typeOf = ({ type }) => `DynamoDB:${named.includes(type) ? type : 'DynamoDbException'}`;

/** Both sides of an expression share their placeholders' maps in the API. */
function merged(field, ...parts) {
  const all = {};
  for (const [key, value] of parts.flatMap((part) => Object.entries(part?.[field] ?? {}))) {
    if (key in all && !isDeepStrictEqual(all[key], value)) {
      throw new DataSourceError('DynamoDB:DynamoDbException', `${key} has two meanings in one request`);
    }
    all[key] = value;
  }
  return all;
}

function placeholders(...parts) {
  const names = merged('expressionNames', ...parts);
  const values = merged('expressionValues', ...parts);
  return {
    ...(Object.keys(names).length > 0 ? { ExpressionAttributeNames: names } : {}),
    ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: toApiMap(values) } : {}),
  };
}

/** The peer takes empty maps out of conditions, though not out of filters: so they are no good there. */
function checkCondition(condition) {
  if (condition?.expressionValues && Object.keys(condition.expressionValues).length === 0) {
    throw new DataSourceError('DynamoDB:DynamoDbException', 'ExpressionAttributeValues must not be empty');
  }
}

/** The key at which a page ends, of the API's typed values, as text. */
export const tokenOf = (key) => (key ? Buffer.from(JSON.stringify(key)).toString('base64') : null);

const isKey = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) &&
  Object.values(value).length > 0 && Object.values(value).every((attribute) => typeof (attribute?.S ?? attribute?.N ?? attribute?.B) === 'string');

/** AppSync's tokens are encrypted: what it did not make itself is none. */
function decode(token) {
  try {
    const key = JSON.parse(Buffer.from(token, 'base64').toString());
    if (isKey(key)) return key;
  } catch {
    // no JSON
  }
  throw new DataSourceError('BadRequestException', 'Invalid pagination token given.');
}

/**
 * `call(action, request)` does a call to DynamoDB. `keepsDocumentedPromises` is about a failed condition, when AppSync
 * reads the item: by the developer guide ("Condition expressions") it then reports success for a PutItem of what is
 * stored already, and for a DeleteItem of what isn't there.
 */
export class DynamoDbSource {
  #table;
  #call;
  #lenient;

  constructor({ tableName }, { call, keepsDocumentedPromises }) {
    this.#table = tableName;
    this.#call = call;
    this.#lenient = keepsDocumentedPromises;
  }

  /** Gives `{ result }` or `{ result, error }`, as handlers find them. */
  async request({ operation, ...request }) {
    checkCondition(request.condition);
    const run = operations[operation];
    if (!run) throw new DataSourceError('MappingTemplate', `Unsupported operation '${operation}'.`);
    try {
      return { result: await run.call(this, request) };
    } catch (error) {
      if (error instanceof FailedCondition) return error.answer;
      if (error instanceof DynamoDbError) throw new DataSourceError(typeOf(error), error.message);
      throw error;
    }
  }

  call(action, request) {
    return this.#call(action, { TableName: this.#table, ...request });
  }

  batch(action, request) {
    return this.#call(action, request);
  }

  /** A write under a condition; `isFulfilled(stored)` tells whether the table is as the write would have left it. */
  async write(action, request, isFulfilled) {
    try {
      return await this.call(action, request);
    } catch (error) {
      if (error.type !== 'ConditionalCheckFailedException') throw error;
      const { Item } = await this.call('GetItem', { Key: request.Key ?? keyOf(request), ConsistentRead: true });
      if (this.#lenient && isFulfilled(Item)) throw new FailedCondition({ result: plainMap(Item) });
      throw new FailedCondition({ result: plainMap(Item), error: { type: typeOf(error), message: error.message } });
    }
  }
}

/** Not only an error: the answer may be a success after all. */
class FailedCondition extends Error {
  constructor(answer) {
    super('The conditional request failed');
    this.answer = answer;
  }
}

const keys = Symbol('key');
const keyOf = (request) => request[keys];

const operations = {
  async GetItem({ key, consistentRead, projection }) {
    const { Item } = await this.call('GetItem', { Key: toApiMap(key), ConsistentRead: consistentRead, ...projected(projection) });
    return plainMap(Item);
  },

  async PutItem({ key, attributeValues, condition }) {
    const Item = { ...toApiMap(attributeValues), ...toApiMap(key) };
    const request = { Item, ConditionExpression: condition?.expression, ...placeholders(condition), [keys]: toApiMap(key) };
    await this.write('PutItem', request, (stored) => isDeepStrictEqual(stored, Item));
    return plainMap(Item);
  },

  async UpdateItem({ key, update, condition }) {
    const request = {
      Key: toApiMap(key),
      UpdateExpression: update?.expression || undefined,
      ConditionExpression: condition?.expression,
      ReturnValues: 'ALL_NEW',
      ...placeholders(update, condition),
    };
    return plainMap((await this.write('UpdateItem', request, () => false)).Attributes);
  },

  async DeleteItem({ key, condition }) {
    const request = { Key: toApiMap(key), ConditionExpression: condition?.expression, ReturnValues: 'ALL_OLD', ...placeholders(condition) };
    return plainMap((await this.write('DeleteItem', request, (stored) => !stored)).Attributes);
  },

  Query({ query, scanIndexForward, ...request }) {
    return page(this, 'Query', { KeyConditionExpression: query.expression, ScanIndexForward: scanIndexForward ?? true }, request, query);
  },

  Scan({ totalSegments, segment, ...request }) {
    return page(this, 'Scan', { TotalSegments: totalSegments, Segment: segment }, request);
  },

  async BatchGetItem({ tables }) {
    const requests = mapTables(tables, ({ keys: list, consistentRead, projection }) =>
      ({ Keys: list.map(toApiMap), ConsistentRead: consistentRead, ...projected(projection) }));
    const { Responses, UnprocessedKeys } = await this.batch('BatchGetItem', { RequestItems: requests });
    // In the order of the keys, null for what isn't there.
    const data = mapTables(tables, ({ keys: list }, table) => list.map((key) => plainMap((Responses[table] ?? []).find((item) => has(item, toApiMap(key))))));
    return { data, unprocessedKeys: mapTables(tables, (_, table) => (UnprocessedKeys?.[table]?.Keys ?? []).map(plainMap)) };
  },

  async TransactGetItems({ transactItems }) {
    const items = transactItems.map(({ table, key, projection }) => ({ Get: { TableName: table, Key: toApiMap(key), ...projected(projection) } }));
    const { Responses } = await this.batch('TransactGetItems', { TransactItems: items });
    return { items: Responses.map(({ Item }) => plainMap(Item)), cancellationReasons: null };
  },

  async TransactWriteItems({ transactItems }) {
    transactItems.forEach(({ condition }) => checkCondition(condition));
    try {
      await this.batch('TransactWriteItems', { TransactItems: transactItems.map(transactWrite) });
      return { keys: transactItems.map(({ key }) => plainMap(toApiMap(key))), cancellationReasons: null };
    } catch (error) {
      if (!error.reasons) throw error;
      const cancellationReasons = error.reasons.map(({ Code, Message, Item }) => ({ type: Code, message: Message ?? null, item: plainMap(Item) }));
      throw new FailedCondition({ result: { keys: null, cancellationReasons }, error: { type: typeOf(error), message: error.message } });
    }
  },

  BatchPutItem({ tables }) {
    return batchWrite(this, tables, (item) => ({ PutRequest: { Item: toApiMap(item) } }));
  },

  BatchDeleteItem({ tables }) {
    return batchWrite(this, tables, (key) => ({ DeleteRequest: { Key: toApiMap(key) } }));
  },
};

const transactWrites = {
  PutItem: ({ key, attributeValues }) => ({ Put: { Item: { ...toApiMap(attributeValues), ...toApiMap(key) } } }),
  UpdateItem: ({ key, update }) => ({ Update: { Key: toApiMap(key), UpdateExpression: update.expression } }),
  DeleteItem: ({ key }) => ({ Delete: { Key: toApiMap(key) } }),
  ConditionCheck: ({ key }) => ({ ConditionCheck: { Key: toApiMap(key) } }),
};

function transactWrite({ operation, table, condition, ...item }) {
  const [[kind, request]] = Object.entries(transactWrites[operation](item));
  return { [kind]: { TableName: table, ...request, ConditionExpression: condition?.expression, ...placeholders(item.update, condition) } };
}

const has = (item, key) => Object.entries(key).every(([name, value]) => isDeepStrictEqual(item[name], value));
const mapTables = (tables, convert) => Object.fromEntries(Object.entries(tables).map(([name, value]) => [name, convert(value, name)]));

async function batchWrite(source, tables, toRequest) {
  await source.batch('BatchWriteItem', { RequestItems: mapTables(tables, (list) => list.map(toRequest)) });
  return { data: mapTables(tables, (list) => list.map((item) => plainMap(toApiMap(item)))), unprocessedItems: mapTables(tables, () => []) };
}

const projected = (projection) => (projection ? { ProjectionExpression: projection.expression, ExpressionAttributeNames: projection.expressionNames } : {});

async function page(source, action, own, { index, limit, nextToken, consistentRead, select, filter, projection }, query) {
  const { Items, LastEvaluatedKey, ScannedCount } = await source.call(action, {
    ...own,
    IndexName: index ?? undefined,
    Limit: limit ?? undefined,
    ConsistentRead: consistentRead,
    Select: select,
    ExclusiveStartKey: nextToken ? decode(nextToken) : undefined,
    FilterExpression: filter?.expression || undefined,
    ProjectionExpression: projection?.expression,
    ...placeholders(query, filter, projection),
  });
  return { items: Items.map(plainMap), nextToken: tokenOf(LastEvaluatedKey), scannedCount: ScannedCount };
}
