// SPDX-License-Identifier: Apache-2.0
import { a, defineData } from '@aws-amplify/backend';

export const auth = true;

const people = a
  .schema({ Person: a.model({ name: a.string(), home: a.ref('Home') }), Home: a.customType({ city: a.string() }) })
  .authorization((allow) => [allow.owner()]);
const places = a
  .schema({
    Place: a.model({ name: a.string(), rooms: a.hasMany('Room', 'placeId') }),
    Room: a.model({ placeId: a.id(), place: a.belongsTo('Place', 'placeId'), size: a.enum(['S', 'L']) }),
    nearest: a.query().returns(a.ref('Place')).handler(a.handler.function('f')),
  })
  .authorization((allow) => [allow.publicApiKey()]);
const logs = a.schema({
  Log: a.model({ line: a.string() }).authorization((allow) => [allow.group('Admin')]),
  write: a.mutation().arguments({ line: a.string() }).returns(a.string()).authorization((allow) => [allow.group('Admin')]).handler(a.handler.function('f')),
});
const schema = a.combine([people, places, logs]);

export const data = defineData({
  schema,
  authorizationModes: { defaultAuthorizationMode: 'userPool', apiKeyAuthorizationMode: { expiresInDays: 7 } },
});
