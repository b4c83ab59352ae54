// SPDX-License-Identifier: Apache-2.0
// Runs the resolvers of a built backend, as AppSync does once it has let the caller in.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { resources } from '../../conformance/lib/assembly.mjs';
import { ours, temporaryDirectory } from '../../conformance/lib/backends.mjs';
import { normalizer } from '../../conformance/lib/normalize.mjs';
import { resolvers } from '../../conformance/lib/resolvers.mjs';
import { handle, ResolverError } from './appsync_utils.mjs';
import { environment } from './callers.mjs';
import { passes } from './filters.mjs';
import { strict } from './strict.mjs';
import { Table } from './table.mjs';

const utils = new URL('appsync_utils.mjs', import.meta.url).href;

const directory = temporaryDirectory();

/** The module of a resolver's code, with the stand-in for AppSync's utilities. */
function load(backend, field, code) {
  const file = join(directory, `${backend}.${field}.mjs`);
  writeFileSync(file, code.replace("'@aws-appsync/utils'", JSON.stringify(utils)));
  return import(pathToFileURL(file).href);
}

/** The handlers of a backend by field, each with the model whose table it uses, and its environment variables. */
async function loadBackend(name) {
  const assembly = ours(name);
  const normalize = normalizer(assembly);
  const handlers = new Map();
  for (const { code, resource, stack } of resolvers(assembly)) {
    const { TypeName, FieldName, DataSourceName } = resource.Properties;
    const field = `${TypeName}.${FieldName}`;
    const model = JSON.stringify(normalize(DataSourceName, stack)).match(/(\w+)Table\b/)?.[1];
    handlers.set(field, { ...(await load(name, field, code)), model });
  }
  const [{ resource }] = resources(assembly, 'AWS::AppSync::GraphQLApi');
  const declared = Object.keys(resource.Properties.EnvironmentVariables ?? {});
  const variables = Object.fromEntries(declared.map((variable) => [variable, environment[variable]]));
  return { handlers, variables: strict('ctx.env', variables) };
}

const backends = new Map();

export class Api {
  #handlers;
  #variables;
  #clock = Date.UTC(2030, 0, 1);
  /** By model. */
  tables;

  constructor({ handlers, variables }) {
    this.#handlers = handlers;
    this.#variables = variables;
    const models = [...handlers.values()].map(({ model }) => model).filter(Boolean);
    this.tables = Object.fromEntries(models.map((model) => [model, new Table()]));
  }

  /** The API of the backend `name`, its tables empty. */
  static async of(name) {
    if (!backends.has(name)) backends.set(name, await loadBackend(name));
    return new Api(backends.get(name));
  }

  /** The time that the next request sees; each comes a second after the one before. */
  get now() {
    return new Date(this.#clock).toISOString();
  }

  /** The field that lists a model: `Query.listPosts`. */
  listOf(model) {
    return [...this.#handlers].find(([field, handlers]) => field.startsWith('Query.list') && handlers.model === model)[0];
  }

  /** Calls `Mutation.createPost` or the like; gives `{ data }` or `{ error }`. */
  call(field, caller, args = {}) {
    try {
      return { data: this.#resolve(field, caller, args).data };
    } catch (error) {
      if (!(error instanceof ResolverError)) throw error;
      return { error };
    }
  }

  /** The events among `events` that a subscriber gets; throws what refuses the subscription. */
  subscribe(field, caller, { filter, ...args }, events) {
    const { call } = this.#resolve(field, caller, { filter, ...args });
    // Without a filter AppSync compares the arguments with the event.
    const matches = (event) => Object.entries(args).every(([key, value]) => event[key] === value);
    return events.filter((event) => (call.subscriptionFilter ? passes(call.subscriptionFilter, event) : matches(event)));
  }

  #resolve(field, { authType, identity }, args) {
    const handlers = this.#handlers.get(field);
    if (!handlers) throw new Error(`there is no resolver for ${field}`);
    const [typeName, fieldName] = field.split('.');
    const now = this.now;
    this.#clock += 1000;
    const call = { authType, typeName, fieldName, now: () => now };
    // AppSync leaves out the arguments that were not given.
    const given = JSON.parse(JSON.stringify(args));
    const context = { args: given, arguments: given, identity, env: this.#variables, stash: {}, error: null };
    const request = handle(call, () => handlers.request(context));
    const answer = handlers.model ? this.tables[handlers.model].request(request) : { result: request.payload };
    const data = handle(call, () => handlers.response({ ...context, error: null, ...answer }));
    return { call, data };
  }
}
