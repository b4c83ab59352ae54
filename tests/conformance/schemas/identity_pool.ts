// SPDX-License-Identifier: Apache-2.0
import { a, defineData } from '@aws-amplify/backend';

export const auth = true;

const schema = a.schema({
  Guests: a.model({ v: a.string(), t: a.ref('Thing') }).authorization((allow) => [allow.guest().to(['read'])]),
  Both: a
    .model({ v: a.string(), t: a.customType({ x: a.string() }) })
    .authorization((allow) => [allow.guest().to(['get']), allow.authenticated('identityPool')]),
  Users: a.model({ v: a.string(), t: a.ref('Thing') }).authorization((allow) => [allow.authenticated().to(['read']), allow.owner()]),
  Key: a.model({ v: a.string() }).authorization((allow) => [allow.publicApiKey().to(['list'])]),
  Signed: a.model({ v: a.string(), many: a.hasMany('Child', 'signedId') }).authorization((allow) => [allow.authenticated('identityPool')]),
  Child: a.model({ signedId: a.id(), signed: a.belongsTo('Signed', 'signedId') }).authorization((allow) => [allow.guest().to(['list'])]),
  Thing: a.customType({ y: a.integer() }),
});

export const data = defineData({
  schema,
  authorizationModes: { defaultAuthorizationMode: 'identityPool', apiKeyAuthorizationMode: {} },
});
