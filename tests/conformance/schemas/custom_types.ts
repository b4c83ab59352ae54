// SPDX-License-Identifier: Apache-2.0
import { a, defineData } from '@aws-amplify/backend';

export const auth = true;

const schema = a.schema({
  Address: a.customType({ street: a.string().required(), geo: a.ref('Geo'), kind: a.enum(['HOME', 'WORK']) }),
  Geo: a.customType({ lat: a.float().required(), lng: a.float().required(), tags: a.string().array() }),
  Unused: a.customType({ x: a.integer() }),
  Shared: a.customType({ value: a.json(), inner: a.customType({ deep: a.customType({ at: a.timestamp() }) }) }),
  Person: a
    .model({
      address: a.ref('Address').required(),
      addresses: a.ref('Address').array(),
      places: a.ref('Geo').required().array().required(),
      inline: a.customType({ a: a.string().required(), b: a.customType({ c: a.email().array().required() }) }),
      shared: a.ref('Shared'),
    })
    .authorization((allow) => [allow.owner()]),
  Place: a.model({ geo: a.ref('Geo'), again: a.ref('Geo') }).authorization((allow) => [allow.publicApiKey()]),
  Visitor: a.model({ shared: a.ref('Shared') }).authorization((allow) => [allow.guest().to(['read'])]),
});

export const data = defineData({
  schema,
  authorizationModes: { defaultAuthorizationMode: 'userPool', apiKeyAuthorizationMode: { expiresInDays: 7 } },
});
