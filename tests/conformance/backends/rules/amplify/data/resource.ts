// SPDX-License-Identifier: Apache-2.0
import { a, defineData, type ClientSchema } from '@aws-amplify/backend';

const schema = a.schema({
  // Every scalar type; a model for each of optional, required, array and default.
  Scalar: a
    .model({
      anId: a.id(),
      aString: a.string(),
      anInteger: a.integer(),
      aFloat: a.float(),
      aBoolean: a.boolean(),
      aDate: a.date(),
      aTime: a.time(),
      aDatetime: a.datetime(),
      aTimestamp: a.timestamp(),
      anEmail: a.email(),
      aJson: a.json(),
      aPhone: a.phone(),
      aUrl: a.url(),
      anIpAddress: a.ipAddress(),
    })
    .authorization((allow) => [allow.owner()]),

  RequiredScalar: a
    .model({
      anId: a.id().required(),
      aString: a.string().required(),
      anInteger: a.integer().required(),
      aFloat: a.float().required(),
      aBoolean: a.boolean().required(),
      aDate: a.date().required(),
      aTime: a.time().required(),
      aDatetime: a.datetime().required(),
      aTimestamp: a.timestamp().required(),
      anEmail: a.email().required(),
      aJson: a.json().required(),
      aPhone: a.phone().required(),
      aUrl: a.url().required(),
      anIpAddress: a.ipAddress().required(),
    })
    .authorization((allow) => [allow.authenticated()]),

  ArrayScalar: a
    .model({
      ids: a.id().array(),
      strings: a.string().array(),
      integers: a.integer().array(),
      floats: a.float().array(),
      booleans: a.boolean().array(),
      dates: a.date().array(),
      times: a.time().array(),
      datetimes: a.datetime().array(),
      timestamps: a.timestamp().array(),
      emails: a.email().array(),
      jsons: a.json().array(),
      phones: a.phone().array(),
      urls: a.url().array(),
      ipAddresses: a.ipAddress().array(),
      requiredItems: a.string().required().array(),
      requiredList: a.integer().array().required(),
      requiredBoth: a.datetime().required().array().required(),
    })
    .authorization((allow) => [allow.publicApiKey()]),

  DefaultScalar: a
    .model({
      anId: a.id().default('an-id'),
      aString: a.string().default('hello world'),
      anInteger: a.integer().default(-42),
      aFloat: a.float().default(3.25),
      aBoolean: a.boolean().default(true),
      aDate: a.date().default('2020-01-31'),
      aTime: a.time().default('10:00:00.000Z'),
      aDatetime: a.datetime().default('2020-01-31T00:00:00Z'),
      aTimestamp: a.timestamp().default(1577836800),
      anEmail: a.email().default('someone@example.com'),
      aJson: a.json().default('[1, 2]'),
      aPhone: a.phone().default('+14155552671'),
      aUrl: a.url().default('https://example.com/a?b=c'),
      anIpAddress: a.ipAddress().default('127.0.0.1'),
      required: a.string().required().default('given'),
    })
    .authorization((allow) => [allow.guest()]),

  Ticket: a
    .model({
      title: a.string().required(),
      status: a.enum(['OPEN', 'IN_PROGRESS', 'DONE']),
      priority: a.enum(['low', 'high']),
    })
    .authorization((allow) => [allow.authenticated(), allow.guest().to(['read'])]),

  // One rule, narrowed.
  OwnerNoDelete: a
    .model({ text: a.string() })
    .authorization((allow) => [allow.owner().to(['create', 'read', 'update'])]),
  OwnerGetOnly: a.model({ text: a.string() }).authorization((allow) => [allow.owner().to(['get'])]),
  ReadOnly: a.model({ text: a.string() }).authorization((allow) => [allow.publicApiKey().to(['read'])]),
  GetOnly: a.model({ text: a.string() }).authorization((allow) => [allow.authenticated().to(['get'])]),
  ListOnly: a.model({ text: a.string() }).authorization((allow) => [allow.guest().to(['list'])]),
  ListenOnly: a
    .model({ text: a.string() })
    .authorization((allow) => [allow.publicApiKey().to(['listen'])]),
  // All that the API has; sync and search make no field.
  EveryField: a
    .model({ text: a.string() })
    .authorization((allow) => [
      allow.publicApiKey().to(['create', 'update', 'delete', 'get', 'list', 'listen']),
    ]),
  CreateOnly: a
    .model({ text: a.string() })
    .authorization((allow) => [allow.authenticated().to(['create'])]),
  UpdateDelete: a
    .model({ text: a.string() })
    .authorization((allow) => [allow.guest().to(['update', 'delete'])]),
  OwnerListListen: a
    .model({ text: a.string() })
    .authorization((allow) => [allow.owner().to(['list', 'listen'])]),

  // Several rules, each with operations of its own.
  OwnerAndReaders: a
    .model({ text: a.string() })
    .authorization((allow) => [
      allow.owner(),
      allow.authenticated().to(['read']),
      allow.publicApiKey().to(['get', 'list']),
    ]),
  EachItsOwn: a
    .model({ text: a.string().required(), category: a.string() })
    .authorization((allow) => [
      allow.publicApiKey().to(['get']),
      allow.guest().to(['list']),
      allow.authenticated().to(['create', 'listen']),
      allow.owner().to(['update', 'delete']),
    ]),
  AnyIdentity: a
    .model({ text: a.string() })
    .authorization((allow) => [
      allow.owner(),
      allow.authenticated('identityPool'),
      allow.guest().to(['get', 'list']),
    ]),
  SignedInIdentity: a
    .model({ text: a.string() })
    .authorization((allow) => [allow.authenticated('identityPool').to(['create', 'read'])]),

  // Fields that Amplify would add, declared.
  OwnKey: a
    .model({ id: a.id().required(), text: a.string() })
    .authorization((allow) => [allow.owner(), allow.publicApiKey().to(['read'])]),
  OwnFields: a
    .model({
      owner: a.string(),
      createdAt: a.datetime(),
      updatedAt: a.datetime(),
      text: a.string(),
    })
    .authorization((allow) => [allow.owner(), allow.publicApiKey()]),
});

export type Schema = ClientSchema<typeof schema>;

export const data = defineData({
  schema,
  authorizationModes: {
    defaultAuthorizationMode: 'userPool',
    apiKeyAuthorizationMode: { expiresInDays: 30 },
  },
});
