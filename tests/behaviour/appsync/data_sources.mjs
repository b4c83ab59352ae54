// SPDX-License-Identifier: Apache-2.0
// AppSync's data sources. Each answers requests with `{ result }`, or throws a DataSourceError.
import { DynamoDbSource } from './dynamodb_source.mjs';
import { DataSourceError } from './errors.mjs';

class NoneSource {
  request = ({ payload }) => ({ result: payload ?? null });
}

/** `functions` has a JavaScript function for each data source: payload in, result out. */
class LambdaSource {
  constructor({ name }, { functions }) {
    this.name = name;
    this.handler = functions[name];
  }

  async request({ payload, invocationType }) {
    if (!this.handler) throw new DataSourceError('Unavailable', `there is no function for ${this.name}`);
    try {
      const result = await this.handler(payload);
      return { result: invocationType === 'Event' ? null : result ?? null };
    } catch (error) {
      throw new DataSourceError('Lambda:Unhandled', error.message);
    }
  }
}

/** `http(url, request)` answers with `{ statusCode, headers, body }`. */
class HttpSource {
  constructor({ name, endpoint }, { http }) {
    Object.assign(this, { name, endpoint, http });
  }

  async request({ method, resourcePath, params = {} }) {
    if (!this.http) throw new DataSourceError('Unavailable', `there is no server for ${this.name}`);
    return { result: await this.http(`${this.endpoint}${resourcePath}`, { method, ...params }) };
  }
}

/** `events` takes what is put. */
class EventBridgeSource {
  constructor(_, { events }) {
    this.events = events;
  }

  request({ operation, events }) {
    if (operation !== 'PutEvents') throw new DataSourceError('MappingTemplate', `Unsupported operation '${operation}'.`);
    this.events.push(...events);
    return { result: { Entries: events.map((_, index) => ({ EventId: `event-${index}` })), FailedEntryCount: 0 } };
  }
}

const types = {
  NONE: NoneSource,
  AMAZON_DYNAMODB: DynamoDbSource,
  AWS_LAMBDA: LambdaSource,
  HTTP: HttpSource,
  AMAZON_EVENTBRIDGE: EventBridgeSource,
};

export function dataSource(description, services) {
  const Type = types[description.type];
  if (!Type) return { request: () => { throw new DataSourceError('Unavailable', `data sources of type ${description.type} are not run here`); } };
  return new Type(description, services);
}
