// SPDX-License-Identifier: Apache-2.0
// Stands in for `@aws-appsync/utils`: as much of it as the resolvers use.
import { randomUUID } from 'node:crypto';
import { toAttributeValues } from './attribute_values.mjs';
import { toExpression, toSubscriptionFilter } from './filters.mjs';
import { strict } from './strict.mjs';

/** What a resolver raises to answer with an error. */
export class ResolverError extends Error {
  constructor(message, type, data, info) {
    super(message);
    Object.assign(this, { type, data, info });
  }
}

let current;

/** Runs a handler for `{ authType, typeName, fieldName }`; handlers can't wait, so one runs at a time. */
export function handle(call, handler) {
  current = call;
  try {
    return handler();
  } finally {
    current = undefined;
  }
}

export const util = strict('util', {
  authType: () => current.authType,
  autoId: () => randomUUID(),
  error(message, type, data = null, info = null) {
    throw new ResolverError(message, type, data, info);
  },
  unauthorized() {
    throw new ResolverError(`Not Authorized to access ${current.fieldName} on type ${current.typeName}`, 'Unauthorized', null, null);
  },
  dynamodb: strict('util.dynamodb', { toMapValues: toAttributeValues }),
  time: strict('util.time', { nowISO8601: () => current.now() }),
  transform: strict('util.transform', {
    toDynamoDBConditionExpression: (filter) => JSON.stringify(toExpression(filter)),
    toDynamoDBFilterExpression: (filter) => JSON.stringify(toExpression(filter)),
    toSubscriptionFilter,
  }),
});

export const extensions = strict('extensions', {
  setSubscriptionFilter(filter) {
    current.subscriptionFilter = filter;
  },
});
