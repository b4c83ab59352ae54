// SPDX-License-Identifier: Apache-2.0
import { a, defineData } from '@aws-amplify/backend';

export const auth = true;

const schema = a
  .schema({
    Category: a.model({ v: a.string() }),
    Person: a.model({ v: a.string() }),
    Sheep: a.model({ v: a.string() }),
    Analysis: a.model({ v: a.string() }),
    ABC: a.model({ v: a.string() }),
    T: a.model({ v: a.string() }),
    User2: a.model({ v: a.string() }),
    Blog_Post: a.model({ v: a.string(), _private: a.string(), camelCase: a.integer(), UPPER: a.float(), x1: a.boolean() }),
    _Hidden: a.model({ v: a.string() }),
    lower: a.model({ v: a.string() }),
    camelCased: a.model({ v: a.string(), state: a.enum(['ON', 'OFF']), place: a.customType({ x: a.float() }) }),
    AVeryLongModelNameThatGoesOnAndOnForeverAndEver: a.model({ v: a.string() }),
    ConnectionInput: a.model({ Type: a.string(), Query: a.string() }).secondaryIndexes((index) => [index('Type').sortKeys(['Query'])]),
    ask: a.query().arguments({ Input: a.string(), type: a.integer() }).returns(a.string()).authorization((allow) => [allow.authenticated()]).handler(a.handler.function('f')),
    Ask2: a.mutation().returns(a.customType({ a: a.string() })).authorization((allow) => [allow.authenticated()]).handler(a.handler.function('f')),
  })
  .authorization((allow) => [allow.authenticated()]);

export const data = defineData({
  schema,
  authorizationModes: { defaultAuthorizationMode: 'userPool' },
});
