// SPDX-License-Identifier: Apache-2.0
import { a, defineData, defineFunction } from '@aws-amplify/backend';

export const auth = true;

const later = defineFunction({ entry: './handler.ts' });
const schema = a.schema({
  start: a
    .mutation()
    .arguments({ job: a.json() })
    .authorization((allow) => [allow.authenticated()])
    .handler(a.handler.function(later).async()),
  ask: a.query().authorization((allow) => [allow.group('Admin')]).handler(a.handler.function(later).async()),
  prepare: a
    .mutation()
    .authorization((allow) => [allow.guest()])
    .handler([a.handler.function('prepare'), a.handler.function(later).async()]),
  early: a
    .mutation()
    .returns(a.string())
    .authorization((allow) => [allow.authenticated()])
    .handler([a.handler.function(later).async(), a.handler.function('answer')]),
});

export const data = defineData({
  schema,
  authorizationModes: { defaultAuthorizationMode: 'userPool' },
});
