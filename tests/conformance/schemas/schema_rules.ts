// SPDX-License-Identifier: Apache-2.0
import { a, defineData } from '@aws-amplify/backend';

export const auth = true;

const schema = a
  .schema({
    Inherits: a.model({ v: a.string() }),
    Overrides: a.model({ v: a.string() }).authorization((allow) => [allow.publicApiKey()]),
    OnlyFields: a.model({ v: a.string().authorization((allow) => [allow.owner()]), w: a.string() }),
    ask: a.query().returns(a.string()).handler(a.handler.function('ask')),
    askPublicly: a
      .query()
      .returns(a.string())
      .authorization((allow) => [allow.publicApiKey()])
      .handler(a.handler.function('ask')),
    readAloud: a.query().returns(a.ref('Line')).handler(a.handler.custom({ entry: './handler.js' })),
    Line: a.customType({ text: a.string() }),
  })
  .authorization((allow) => [allow.authenticated(), allow.group('Admin')]);

export const data = defineData({
  schema,
  authorizationModes: { defaultAuthorizationMode: 'userPool', apiKeyAuthorizationMode: { expiresInDays: 7 } },
});
