// SPDX-License-Identifier: Apache-2.0
import { a, defineData } from '@aws-amplify/backend';

export const auth = true;

const schema = a
  .schema({
    Both: a.model({ createdAt: a.datetime(), updatedAt: a.datetime(), v: a.string() }),
    Required: a.model({ v: a.string(), createdAt: a.datetime().required(), updatedAt: a.datetime().required() }),
    One: a.model({ v: a.string(), createdAt: a.datetime() }),
    Key: a.model({ pk: a.id().required(), createdAt: a.datetime().required() }).identifier(['pk', 'createdAt']),
    Index: a.model({ v: a.string(), createdAt: a.datetime() }).secondaryIndexes((index) => [index('v').sortKeys(['createdAt'])]),
  })
  .authorization((allow) => [allow.authenticated()]);

export const data = defineData({
  schema,
  authorizationModes: { defaultAuthorizationMode: 'userPool' },
});
