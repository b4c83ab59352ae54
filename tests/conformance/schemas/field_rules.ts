// SPDX-License-Identifier: Apache-2.0
import { a, defineData } from '@aws-amplify/backend';

export const auth = true;

const schema = a.schema({
  Staff: a
    .model({
      name: a.string().authorization((allow) => [allow.authenticated().to(['read']), allow.owner()]),
      ssn: a.string().authorization((allow) => [allow.owner()]),
      salary: a.float().authorization((allow) => [allow.group('HR'), allow.owner().to(['read'])]),
      level: a.integer(),
      tags: a.string().array().authorization((allow) => [allow.publicApiKey().to(['read']), allow.owner()]),
      status: a.ref('Status').authorization((allow) => [allow.owner().to(['read', 'update'])]),
      boss: a.belongsTo('Staff', 'bossId').authorization((allow) => [allow.owner()]),
      bossId: a.id(),
      reports: a.hasMany('Staff', 'bossId').authorization((allow) => [allow.group('HR')]),
    })
    .authorization((allow) => [allow.authenticated().to(['read']), allow.owner()]),
  Status: a.enum(['IN', 'OUT']),
  FieldOnlyOwner: a
    .model({ v: a.string().authorization((allow) => [allow.ownerDefinedIn('writer')]), w: a.string() })
    .authorization((allow) => [allow.authenticated()]),
  EveryField: a
    .model({ a: a.string().authorization((allow) => [allow.publicApiKey()]), b: a.string().authorization((allow) => [allow.guest().to(['read'])]) })
    .authorization((allow) => [allow.authenticated()]),
  Deletable: a
    .model({ a: a.string().authorization((allow) => [allow.owner().to(['create', 'read', 'update'])]), b: a.string() })
    .authorization((allow) => [allow.owner(), allow.group('Admin')]),
});

export const data = defineData({
  schema,
  authorizationModes: { defaultAuthorizationMode: 'userPool', apiKeyAuthorizationMode: { expiresInDays: 7 } },
});
