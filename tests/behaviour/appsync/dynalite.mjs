// SPDX-License-Identifier: Apache-2.0
// dynalite without its HTTP server: its checks and its actions, on a store in memory.
import { readFileSync } from 'node:fs';
import Module from 'node:module';
import { require } from '../packages.mjs';
import { faultOfKeys, faultOfRequest } from './dynamodb_limits.mjs';

/** dynalite takes '' and false for absent in `size`, `attribute_type`, IN and BETWEEN. */
const corrections = [
  ['else if (val.S)', 'else if (val.S != null)'],
  ['if (!attrVal ||', 'if (attrVal == null ||'],
  ['if (!attrVal)', 'if (attrVal == null)'],
];

const corrected = (text, id) => corrections.reduce((source, [wrong, right]) => {
  if (!source.includes(wrong)) throw new Error(`${id} is not what the corrections are for: it has no ${wrong}`);
  return source.replaceAll(wrong, right);
}, text);

/**
 * dynalite's parser tries each pair of parentheses in several ways, and so takes twice the time for each level of them.
 * Here each of its functions remembers what it found at a place.
 */
const remembering = (text) => text
  .replace(/function peg\$parse(\w+)\(\) \{/g, 'function peg$parse$1() { return peg$once("$1", peg$try$1); } function peg$try$1() {')
  .replace('function peg$parse(input, options) {', `$& const peg$found = new Map();
    function peg$once(rule, attempt) {
      const key = rule + peg$currPos;
      if (!peg$found.has(key)) peg$found.set(key, [attempt(), peg$currPos]);
      const [result, end] = peg$found.get(key);
      peg$currPos = end;
      return Array.isArray(result) ? [...result] : result;  // paths are resolved in place
    }`);

function loadChanged(id, change) {
  const file = require.resolve(id);
  const module = new Module(file);
  module.filename = file;
  module.paths = Module._nodeModulePaths(file);
  require.cache[file] = module;
  module._compile(change(readFileSync(file, 'utf8'), id), file);
  return module.exports;
}

loadChanged('dynalite/db/conditionParser', remembering);
const db = loadChanged('dynalite/db', corrected);
const validations = require('dynalite/validations');

const lowerFirst = (text) => text[0].toLowerCase() + text.slice(1);

/** What DynamoDB answers: `type` is `ConditionalCheckFailedException`, `ValidationException`, … */
export class DynamoDbError extends Error {
  constructor(type, message) {
    super(message);
    this.type = type;
  }
}

const readable = (error) => {
  if (!error.body) return error;
  return new DynamoDbError(error.body.__type.split('#')[1], error.body.message ?? error.body.Message ?? 'The conditional request failed');
};

/**
 * dynalite's parser takes twice the time for each level of parentheses, so those around a single comparison or call go.
 */
const around = /\((#[\w.]+ (?:=|<>|<=?|>=?) :[\w.]+|\w+\(#[\w.]+(?:, ?:[\w.]+)?\))\)/g;
const expressions = ['ConditionExpression', 'FilterExpression'];

function simplified(request) {
  const given = expressions.filter((name) => request[name]);
  return { ...request, ...Object.fromEntries(given.map((name) => [name, request[name].replace(around, '$1')])) };
}

function refuse(fault) {
  if (fault) throw new DynamoDbError('ValidationException', fault);
}

/** Checks a request as the service does and gives it in the form that actions take. */
function checked(action, request, store) {
  refuse(faultOfRequest(request));
  const { types, custom } = require(`dynalite/validations/${lowerFirst(action)}`);
  const data = validations.checkTypes(structuredClone(simplified(request)), types);
  validations.checkValidations(data, types, custom, store);
  return data;
}

/** What a checked request writes: an item, or its key and the attributes that it sets. */
function written({ Item, Key, _updates: updates }) {
  if (Item || !updates) return Item ?? {};
  const set = updates.sections.filter(({ type, path }) => type === 'set' && path.length === 1);
  return { ...Key, ...Object.fromEntries(set.map(({ path, val }) => [path[0], val])) };
}

/** dynalite has no transactions. Here nothing else runs meanwhile, so they are what they consist of. */
const transactions = {
  async TransactGetItems(database, { TransactItems }) {
    const answers = [];
    for (const { Get } of TransactItems) answers.push(await database.call('GetItem', { ...Get, ConsistentRead: true }));
    return { Responses: answers.map(({ Item }) => (Item ? { Item } : {})) };
  },

  async TransactWriteItems(database, { TransactItems }) {
    const parts = TransactItems.flatMap((item) => Object.entries(item));
    const reasons = [];
    for (const [kind, request] of parts) {
      const { KeySchema } = (await database.call('DescribeTable', { TableName: request.TableName })).Table;
      const Key = request.Key ?? Object.fromEntries(KeySchema.map(({ AttributeName }) => [AttributeName, request.Item[AttributeName]]));
      const { Item } = await database.call('GetItem', { TableName: request.TableName, Key, ConsistentRead: true });
      const action = kind === 'ConditionCheck' ? 'DeleteItem' : `${kind}Item`;
      reasons.push(database.meets(action, request, Item) ? { Code: 'None' } : { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed', Item });
    }
    if (reasons.some(({ Code }) => Code !== 'None')) {
      const codes = reasons.map(({ Code }) => Code).join(', ');
      const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
      throw Object.assign(new DynamoDbError('TransactionCanceledException', message), { reasons });
    }
    for (const [kind, request] of parts.filter(([name]) => name !== 'ConditionCheck')) await database.call(`${kind}Item`, request);
    return {};
  },
};

export class Dynalite {
  #store = db.create({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  #tables = new Map();

  /** `call('PutItem', { TableName, Item, … })`, as the DynamoDB API has it; rejects with a DynamoDbError. */
  async call(action, request) {
    if (transactions[action]) return transactions[action](this, request);
    try {
      const data = checked(action, request, this.#store);
      refuse(faultOfKeys(this.#tables.get(data.TableName) ?? {}, written(data)));
      return await new Promise((resolve, reject) => {
        require(`dynalite/actions/${lowerFirst(action)}`)(this.#store, data, (error, answer) => (error ? reject(error) : resolve(answer)));
      });
    } catch (error) {
      throw readable(error);
    }
  }

  /** Whether a stored item, or undefined, meets the condition of a write. */
  meets(action, request, item) {
    try {
      return !db.checkConditional(checked(action, request, this.#store), item);
    } catch (error) {
      throw readable(error);
    }
  }

  async createTable(table) {
    this.#tables.set(table.TableName, table);
    await this.call('CreateTable', table);
    const status = async () => (await this.call('DescribeTable', { TableName: table.TableName })).Table.TableStatus;
    while ((await status()) !== 'ACTIVE') await new Promise((resolve) => setTimeout(resolve, 1));
  }

  /** Empties a table, or all. */
  async clear(table) {
    const names = table ? [`item-${table}~`, `index-global~${table}~`] : ['item-', 'index-'];
    for (const name of names) await this.#store.db.clear({ gte: name, lt: `${name}\uffff` });
  }
}
