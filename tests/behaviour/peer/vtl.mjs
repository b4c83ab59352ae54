// SPDX-License-Identifier: Apache-2.0
// The peer's resolvers: templates in VTL, rendered by the engine of Amplify's AppSync simulator. Its faults are
// corrected here, in memory.
import { toDynamoDB } from '../../../runtime/appsync/attribute_values.mjs';
import { toExpressionJson } from '../../../runtime/appsync/expressions.mjs';
import { autoId } from '../../../runtime/appsync/ids.mjs';
import { invoke, ResolverError } from '../../../runtime/appsync/invocation.mjs';
import { toSubscriptionFilter } from '../../../runtime/appsync/subscription_filters.mjs';
import { time } from '../../../runtime/appsync/time.mjs';
import { require } from '../packages.mjs';

const simulator = (path) => require(`@aws-amplify/amplify-appsync-simulator/lib/velocity/${path}`);
const { Compile, parse } = require('amplify-velocity-template');
const { map } = simulator('value-mapper/mapper');
const { createMapProxy, JavaMap } = simulator('value-mapper/map');
const { JavaArray } = simulator('value-mapper/array');
const { JavaDecimal } = simulator('value-mapper/decimal');
const { JavaInteger } = simulator('value-mapper/integer');
const { JavaString } = simulator('value-mapper/string');
const { create } = simulator('util');

/** A Java value as a plain one. */
const plain = (value) => {
  const json = value?.toJSON ? value.toJSON() : value;
  return Array.isArray(json) ? json.map(plain) : json;
};

// ---- collections

// A key may come as a Java string, which is no key of a JavaScript Map.
for (const name of ['put', 'containsKey', 'remove']) {
  const method = JavaMap.prototype[name];
  JavaMap.prototype[name] = function withTextKey(key, ...others) {
    return method.call(this, String(key), ...others);
  };
}
// The peer's template for lists of owners calls `put` on a list. Java has no such method, and Velocity ignores the call.
JavaArray.prototype.put = () => null;

const filtered = (source, keep) =>
  createMapProxy(new JavaMap(Object.fromEntries([...source.map].filter(([key]) => keep(String(key)))), map));
const names = (list) => plain(list).map(String);

Object.assign(simulator('util/map-utils').mapUtils, {
  copyAndRetainAllKeys: (source, keys) => filtered(source, (key) => names(keys).includes(key)),
  copyAndRemoveAllKeys: (source, keys) => filtered(source, (key) => !names(keys).includes(key)),
});

// ---- $util

const isEmpty = (value) => value === null || value === undefined || (value instanceof JavaMap ? value.map.size : plain(value).length ?? 1) === 0;
const isBlank = (value) => value === null || value === undefined || String(value).trim() === '';

const errorOf = (message, type, data, info) =>
  new ResolverError(String(message), type === null || type === undefined ? null : String(type), plain(data) ?? null, plain(info) ?? null);

/** The engine adds to the message of what it throws, so the error itself is kept aside. */
class Stop extends Error {}
const raise = (errors, error) => {
  errors.push(error);
  throw new Stop();
};

Object.assign(simulator('util/general-utils').generalUtils, {
  autoId,
  isNullOrEmpty: isEmpty,
  isNullOrBlank: isBlank,
  defaultIfNullOrEmpty: (value, otherwise) => (isEmpty(value) ? otherwise : value),
  defaultIfNullOrBlank: (value, otherwise) => (isBlank(value) ? otherwise : value),
  isNumber: (value) => typeof value === 'number' || value instanceof JavaInteger || value instanceof JavaDecimal,
  isString: (value) => typeof value === 'string' || value instanceof JavaString,
  isMap: (value) => value instanceof JavaMap || value instanceof Map,
  typeOf(value) {
    if (value === null || value === undefined) return 'Null';
    const kinds = { List: this.isList, Map: this.isMap, Number: this.isNumber, String: this.isString, Boolean: this.isBoolean };
    return Object.keys(kinds).find((kind) => kinds[kind](value)) ?? 'Object';
  },
  error(message, type, data, info) {
    raise(this.errors, errorOf(message, type, data, info));
  },
  appendError(message, type, data, info) {
    (this.appended ??= []).push(errorOf(message, type, data, info));
    return '';
  },
  unauthorized() {
    raise(this.errors, errorOf(`Not Authorized to access ${this.info.fieldName} on type ${this.info.parentType.name}`, 'Unauthorized'));
  },
});

const typed = (value) => toDynamoDB(plain(value) ?? null);
Object.assign(simulator('util/dynamodb-utils').dynamodbUtils, { toDynamoDB: typed, toDynamoDBJson: (value) => JSON.stringify(typed(value)) });

const transform = {
  toDynamoDBFilterExpression: (filter) => toExpressionJson(plain(filter)),
  toDynamoDBConditionExpression: (filter) => toExpressionJson(plain(filter)),
  toSubscriptionFilter: (filter) => map(toSubscriptionFilter(plain(filter))),
};

const utils = create([], new Date(0), null, {});
Object.assign(utils, { transform, time: { ...utils.time, ...time } });

/** A fault of a template or of the engine: nothing that AppSync would answer. Never to be compared, always to be looked into. */
export class TemplateError extends Error {}

// ---- programs

class Template {
  constructor(text, name) {
    this.name = name;
    this.compiler = new Compile(parse(text), { valueMapper: map, escape: false });
  }

  /** Gives `{ result, stash, args, returned }`; throws what `$util.error` was given. */
  render(call, given) {
    const errors = [];
    const util = Object.assign(Object.create(utils), { errors, info: call.graphqlInfo, authType: () => call.authType });
    const context = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, map(value)]));
    context.arguments = context.args;
    const extensions = {
      setSubscriptionFilter(filter) {
        call.subscriptionFilter = plain(filter);
        return '';
      },
    };
    let text;
    try {
      text = this.compiler.render({ context, ctx: context, util, utils: util, extensions });
    } catch (error) {
      if (errors.length > 0) throw errors.at(-1);
      throw new TemplateError(`${this.name}: ${error.message}`, { cause: error });
    }
    if (util.appended) (call.errors ??= []).push(...util.appended);
    // The engine tells in no other way that a template ended by #return.
    const returned = Boolean(this.compiler._state.return);
    return { result: this.#parsed(text, returned), stash: plain(context.stash), args: plain(context.args), returned };
  }

  #parsed(text, returned) {
    try {
      const value = JSON.parse(text);
      // `#return($util.toJson(x))` returns x, not its text.
      return returned && typeof value === 'string' ? parsedOr(value) : value;
    } catch (error) {
      if (returned) return text;
      throw new TemplateError(`${this.name}: ${text} is no JSON`, { cause: error });
    }
  }
}

function parsedOr(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Makes programs of resolvers in VTL; each text is parsed once. */
export function vtl() {
  const templates = new Map();
  const templateOf = (text, name) => {
    if (!templates.has(text)) templates.set(text, new Template(text, name));
    return templates.get(text);
  };
  return ({ templates: texts }, name) => {
    const parts = { request: templateOf(texts.request, `${name} request`), response: templateOf(texts.response, `${name} response`) };
    return (handler, call, context) => invoke(call, () => parts[handler].render(call, context));
  };
}
