// SPDX-License-Identifier: Apache-2.0
import { a, defineData, defineFunction } from '@aws-amplify/backend';

export const auth = true;

const schema = a.schema({
  Custom: a.model({ v: a.string(), t: a.customType({ x: a.string() }) }).authorization((allow) => [allow.custom()]),
  Reading: a.model({ v: a.string() }).authorization((allow) => [allow.custom().to(['read']), allow.publicApiKey()]),
  Users: a.model({ v: a.string() }).authorization((allow) => [allow.authenticated()]),
  ask: a
    .query()
    .returns(a.string())
    .authorization((allow) => [allow.custom()])
    .handler(a.handler.function('ask')),
  tell: a
    .mutation()
    .arguments({ what: a.string() })
    .returns(a.ref('Custom'))
    .authorization((allow) => [allow.custom(), allow.authenticated()])
    .handler(a.handler.custom({ entry: './handler.js' })),
});

export const data = defineData({
  schema,
  authorizationModes: {
    defaultAuthorizationMode: 'lambda',
    lambdaAuthorizationMode: { function: defineFunction({ entry: './authorizer.ts' }), timeToLiveInSeconds: 30 },
    apiKeyAuthorizationMode: {},
  },
});
