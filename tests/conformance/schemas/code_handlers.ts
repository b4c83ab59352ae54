// SPDX-License-Identifier: Apache-2.0
import { a, defineData } from '@aws-amplify/backend';

export const auth = true;

const code = a.handler.custom({ entry: './handler.js' });
const schema = a.schema({
  Post: a.model({ title: a.string(), likes: a.integer() }).authorization((allow) => [allow.owner()]),
  Stats: a.customType({ likes: a.integer(), top: a.ref('Top') }),
  Top: a.customType({ title: a.string() }),
  like: a
    .mutation()
    .arguments({ postId: a.id().required() })
    .returns(a.ref('Post'))
    .authorization((allow) => [allow.authenticated()])
    .handler(a.handler.custom({ dataSource: a.ref('Post'), entry: './handler.js' })),
  stats: a.query().returns(a.ref('Stats')).authorization((allow) => [allow.group('A'), allow.groups(['B', 'C'])]).handler(code),
  publicStats: a.query().returns(a.ref('Stats').array()).authorization((allow) => [allow.publicApiKey(), allow.group('A')]).handler(code),
  recount: a.mutation().returns(a.ref('Stats')).authorization((allow) => [allow.publicApiKey()]).handler([code, code]),
  recountAll: a.mutation().returns(a.ref('Stats')).authorization((allow) => [allow.authenticated()]).handler(code),
  onPost: a.subscription().for(a.ref('Post').mutations(['create', 'update', 'delete'])).authorization((allow) => [allow.authenticated()]).handler(code),
  onLike: a
    .subscription()
    .for(a.ref('like'))
    .arguments({ postId: a.id() })
    .authorization((allow) => [allow.publicApiKey(), allow.group('A')])
    .handler(code),
  onRecount: a.subscription().for([a.ref('recount'), a.ref('recountAll')]).authorization((allow) => [allow.authenticated()]).handler(code),
});

export const data = defineData({
  schema,
  authorizationModes: { defaultAuthorizationMode: 'userPool', apiKeyAuthorizationMode: { expiresInDays: 7 } },
});
