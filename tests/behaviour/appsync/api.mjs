// SPDX-License-Identifier: Apache-2.0
// Executes GraphQL as AppSync does, on the plain description of a deployment.
import { toMapValues } from '../../../runtime/appsync/attribute_values.mjs';
import { ResolverError } from '../../../runtime/appsync/invocation.mjs';
import { graphql, require } from '../packages.mjs';
import { plainMap, toApiMap } from './attributes.mjs';
import { permissionOf } from './authorization.mjs';
import { dataSource } from './data_sources.mjs';
import { Dynalite } from './dynalite.mjs';
import { javaScript } from './programs.mjs';
import { resolverOf } from './resolvers.mjs';
import { prelude, scalars } from './scalars.mjs';
import { byName, contextInfo, fieldsOf, projection, responseName, withFilteredData } from './selections.mjs';
import { faultOf, matchesArguments, passes } from './subscriptions.mjs';

const { getArgumentValues } = require('graphql/execution/values');

const unauthorizedMessage = (typeName, fieldName) => `Not Authorized to access ${fieldName} on type ${typeName}`;

/**
 * Options: `compile`, the language of the resolvers (JavaScript by default); `keepsDocumentedPromises`, see DynamoDbSource;
 * `functions`, `http`, see the data sources; `now()` and `random()` for resolvers.
 */
export class Api {
  #schema;
  #resolvers;
  #options;
  #documents = new Map();
  #subscribers = new Set();
  #publishers;
  #modes;
  #environment;
  #hook;
  /** What was put to event buses. */
  events = [];
  /** What resolvers threw that is no answer: `{ field, message }`. AppSync would fail inside. */
  unhandled = [];
  /** Calls to DynamoDB: `{ source, role, action, table, units }`. */
  calls = [];

  static async of(description, options = {}) {
    const database = new Dynalite();
    for (const table of description.tables) await database.createTable(table);
    return new Api(description, database, options);
  }

  constructor(description, database, options) {
    const { compile = javaScript(), keepsDocumentedPromises = true, functions = {}, http } = options;
    Object.assign(this, { description, database });
    this.#options = options;
    this.#modes = new Set(description.modes);
    this.#environment = description.environment;
    const services = { keepsDocumentedPromises, functions, http, events: this.events };
    const sources = Object.fromEntries(Object.entries(description.dataSources).map(([name, source]) =>
      [name, dataSource(source, { ...services, call: (action, request) => this.#call(source, action, request) })]));
    const resolvers = new Map(description.resolvers.map((resolver) => {
      const field = `${resolver.typeName}.${resolver.fieldName}`;
      return [field, lazily(() => resolverOf(resolver, { compile, sources, functions: description.functions }))];
    }));
    this.#resolvers = resolvers;
    this.#schema = this.#build(description, resolvers);
    this.#publishers = publishers(this.#schema);
  }

  get schema() {
    return this.#schema;
  }

  /** Calls `hook(call)` before each call to DynamoDB, and waits for it; undefined ends that. */
  beforeEachCall(hook) {
    this.#hook = hook;
  }

  async #call(source, action, request) {
    const call = { source: source.name, role: source.role, action, table: request.TableName, index: request.IndexName, parts: partsOf(action, request) };
    this.calls.push(call);
    await this.#hook?.(call);
    // A write that its condition stops costs as much as a small one that succeeds; dynalite doesn't say so.
    call.units = 1;
    const answer = await this.database.call(action, { ...request, ReturnConsumedCapacity: 'TOTAL' });
    call.units = [answer.ConsumedCapacity].flat().reduce((sum, used) => sum + (used?.CapacityUnits ?? 0), 0);
    return answer;
  }

  #build({ schema, modes }, resolvers) {
    const built = graphql.buildASTSchema(graphql.parse(`${prelude}${schema}`), { assumeValid: true });
    for (const [name, scalar] of Object.entries(scalars)) {
      const { parseValue, parseLiteral, serialize } = scalar;
      Object.assign(built.getType(name), { parseValue, parseLiteral, serialize });
    }
    for (const type of Object.values(built.getTypeMap())) {
      if (!graphql.isObjectType(type) || type.name.startsWith('__')) continue;
      for (const field of Object.values(type.getFields())) {
        const permits = permissionOf(type, field, modes[0]);
        const resolver = resolvers.get(`${type.name}.${field.name}`);
        field.resolve = (source, args, request, info) => {
          if (!request.isPermitted(field, permits)) throw new ResolverError(unauthorizedMessage(type.name, field.name), 'Unauthorized');
          return resolver ? this.#resolve(resolver(), source, args, request, info) : source[field.name];
        };
      }
    }
    return built;
  }

  async #resolve(resolver, source, args, request, info) {
    const { caller, invocation } = request;
    const call = Object.assign(Object.create(invocation), {
      authType: caller.authType, typeName: info.parentType.name, fieldName: info.fieldName, errors: undefined, graphqlInfo: info,
    });
    const context = {
      args, arguments: args, identity: caller.identity, source: source ?? null, stash: {}, prev: null, result: null, error: null,
      info: contextInfo(info), request: { headers: request.headers, domainName: null }, env: this.#environment,
    };
    const path = pathOf(info.path);
    try {
      const result = await resolver(call, context);
      for (const key of left) if (Object.hasOwn(call, key)) invocation[key] = call[key];
      return result;
    } catch (error) {
      if (error instanceof ResolverError) throw withFilteredData(error, info);
      this.unhandled.push({ field: `${info.parentType.name}.${info.fieldName}`, message: error.message });
      throw error;
    } finally {
      for (const error of call.errors ?? []) request.errors.push(describe(withFilteredData(error, info), path));
    }
  }

  /**
   * Runs the resolver of a field, such as `Query.getPost`, alone: without GraphQL's types and AppSync's gate before it.
   * Gives `{ result, invocation }`, or throws what the resolver raises.
   */
  async resolve(field, caller, args, source = null) {
    const resolver = this.#resolvers.get(field);
    if (!resolver) throw new Error(`there is no resolver for ${field}`);
    const [typeName, fieldName] = field.split('.');
    const { now, random } = this.#options;
    const invocation = { now, random, authType: caller.authType, typeName, fieldName };
    const context = {
      args, arguments: args, identity: caller.identity, source, stash: {}, prev: null, result: null, error: null,
      info: { fieldName, parentTypeName: typeName, variables: {}, selectionSetList: [], selectionSetGraphQL: '' },
      request: { headers: {}, domainName: null }, env: this.#environment,
    };
    return { result: await resolver()(invocation, context), invocation };
  }

  /** Answers `{ status, data, errors, responseHeaders }`. */
  async execute({ query, variables, operationName, caller, headers = {} }) {
    const prepared = this.#prepare({ query, variables, operationName, caller, headers });
    if (prepared.answer) return prepared.answer;
    const { document, request } = prepared;
    const answer = await this.#run(document, variables, operationName, request);
    if (answer.data) this.#publish(document, operationName, answer.data, request.invocation);
    return answer;
  }

  /** Answers `{ errors }`, or `{ filter, events, close }`: what comes is appended to `events`. */
  async subscribe({ query, variables, operationName, caller, headers = {} }) {
    const prepared = this.#prepare({ query, variables, operationName, caller, headers });
    if (prepared.answer) return prepared.answer;
    const { document, request } = prepared;
    const { data, errors } = await this.#run(document, variables, operationName, request);
    if (errors) return { status: 200, data, errors };
    const { subscriptionFilter: filter, invalidationFilter } = request.invocation;
    const fault = filter && faultOf(filter);
    if (fault) return { status: 400, data: null, errors: [{ path: null, errorType: 'BadRequestException', message: fault, data: null, errorInfo: null }] };
    const operation = graphql.getOperationAST(document, operationName);
    const [field] = fieldsOf(operation.selectionSet, document);
    const definition = this.#schema.getSubscriptionType().getFields()[field.name.value];
    const args = getArgumentValues(definition, field, variables);
    const subscriber = { name: field.name.value, field, document, filter, invalidationFilter, args, events: [], closed: false };
    this.#subscribers.add(subscriber);
    return Object.assign(subscriber, { close: () => this.#subscribers.delete(subscriber) });
  }

  #prepare({ query, variables = {}, operationName, caller, headers }) {
    if (!caller.mode || !this.#modes.has(caller.mode)) {
      const message = caller.mode ? 'You are not authorized to make this call.' : 'Valid authorization header not provided.';
      return { answer: { status: 401, data: null, errors: [{ path: null, errorType: 'UnauthorizedException', message, data: null, errorInfo: null }] } };
    }
    const { document, errors } = this.#parse(query);
    if (errors.length > 0) return { answer: { status: 200, data: null, errors: errors.map(validationError) } };
    const { now, random } = this.#options;
    const permitted = new Map();
    const request = {
      caller, headers, variables, operationName, errors: [], invocation: { now, random },
      isPermitted(field, permits) {
        if (!permitted.has(field)) permitted.set(field, permits(caller));
        return permitted.get(field);
      },
    };
    return { document, request };
  }

  #parse(query) {
    if (!this.#documents.has(query)) {
      let parsed;
      try {
        const document = graphql.parse(query);
        parsed = { document, errors: graphql.validate(this.#schema, document) };
      } catch (error) {
        parsed = { errors: [error] };
      }
      this.#documents.set(query, parsed);
    }
    return this.#documents.get(query);
  }

  async #run(document, variables, operationName, request) {
    const { data, errors = [] } = await graphql.execute({
      schema: this.#schema, document, contextValue: request, variableValues: variables, operationName, rootValue: {},
    });
    // Without data nothing ran: the variables were not what the operation takes.
    const raised = errors.map((error) => (data === undefined ? validationError(error) : describe(error.originalError ?? error, error.path)));
    const all = [...request.errors, ...raised.filter(({ message, path }) => !isConsequence(message, path, request.errors))];
    const { responseHeaders } = request.invocation;
    return { status: 200, data: data ? JSON.parse(JSON.stringify(data)) : null, ...(all.length > 0 ? { errors: all } : {}), ...(responseHeaders ? { responseHeaders } : {}) };
  }

  #publish(document, operationName, data, { invalidations = [] }) {
    const operation = graphql.getOperationAST(document, operationName);
    if (operation.operation !== 'mutation') return;
    for (const field of fieldsOf(operation.selectionSet, document)) {
      const event = data[responseName(field)];
      if (event === null || event === undefined) continue;
      const fields = byName(field, document, event);
      for (const subscriber of this.#subscribers) {
        if (!this.#publishers.get(subscriber.name)?.includes(field.name.value)) continue;
        const wanted = subscriber.filter ? passes(subscriber.filter, fields) : matchesArguments(subscriber.args, fields);
        if (wanted) subscriber.events.push({ [responseName(subscriber.field)]: projection(subscriber.field, subscriber.document, fields) });
      }
    }
    for (const { subscriptionField, payload } of invalidations) {
      for (const subscriber of this.#subscribers) {
        if (subscriber.name !== subscriptionField || !subscriber.invalidationFilter || !passes(subscriber.invalidationFilter, payload)) continue;
        subscriber.closed = true;
        this.#subscribers.delete(subscriber);
      }
    }
  }

  // ---- what tests see and change of the tables

  /** Every item of a table as plain values. */
  async items(table) {
    const items = [];
    let start;
    do {
      const { Items, LastEvaluatedKey } = await this.database.call('Scan', { TableName: table, ExclusiveStartKey: start });
      items.push(...Items.map(plainMap));
      start = LastEvaluatedKey;
    } while (start);
    return items;
  }

  /** Table → the text of the key → item. */
  async stored(tables) {
    const all = {};
    for (const table of tables) {
      const { KeySchema } = this.description.tables.find(({ TableName }) => TableName === table);
      const keyOf = (item) => KeySchema.map(({ AttributeName }) => item[AttributeName]).join('/');
      all[table] = Object.fromEntries((await this.items(table)).map((item) => [keyOf(item), item]));
    }
    return all;
  }

  async put(table, item) {
    await this.database.call('PutItem', { TableName: table, Item: toApiMap(toMapValues(item)) });
  }

  /** The table of a model. */
  tableOf(model) {
    const { TableName } = this.description.tables.find((table) => table.TableName.startsWith(`${model}-`)) ?? {};
    if (!TableName) throw new Error(`there is no table of ${model}`);
    return TableName;
  }

  clearTable(table) {
    return this.database.clear(table);
  }

  clearSubscribers() {
    this.#subscribers.clear();
  }

  async clear() {
    this.clearSubscribers();
    this.calls.length = 0;
    this.events.length = 0;
    await this.database.clear();
  }
}

/** What handlers leave for the request as a whole. */
const left = ['subscriptionFilter', 'invalidationFilter', 'invalidations', 'evictions', 'responseHeaders'];

/** What a request for several tables or items consists of, as IAM's policies have it. */
function partsOf(action, { RequestItems, TransactItems }) {
  if (RequestItems) return Object.keys(RequestItems).map((table) => ({ action, table }));
  return TransactItems?.flatMap((item) => Object.entries(item)).map(([kind, { TableName: table }]) =>
    ({ action: kind === 'ConditionCheck' ? 'ConditionCheckItem' : `${kind}Item`, table }));
}

function lazily(make) {
  let made;
  return () => (made ??= make());
}

const pathOf = ({ prev, key }) => [...(prev ? pathOf(prev) : []), key];

const validationError = ({ message }) => ({ path: null, errorType: 'ValidationError', message, data: null, errorInfo: null });

const describe = (error, path) => ({
  path: path ?? null,
  errorType: error.type ?? null,
  message: error.message,
  data: error.data ?? null,
  errorInfo: error.info ?? null,
});

/** A null where none may be is no news beside the error that made it. */
const isConsequence = (message, path, errors) =>
  /^Cannot return null for non-nullable/.test(message) && errors.some((error) => JSON.stringify(error.path) === JSON.stringify(path));

/** Subscription field → the mutations that feed it. */
function publishers(schema) {
  const fields = Object.values(schema.getSubscriptionType()?.getFields() ?? {});
  return new Map(fields.map(({ name, astNode }) => {
    const directive = astNode.directives.find((node) => node.name.value === 'aws_subscribe');
    return [name, directive ? graphql.valueFromASTUntyped(directive.arguments[0].value) : []];
  }));
}
