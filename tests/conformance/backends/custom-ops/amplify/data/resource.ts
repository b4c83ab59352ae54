// SPDX-License-Identifier: Apache-2.0
import { a, defineData, defineFunction } from '@aws-amplify/backend';
import { echoHandler } from '../functions/echo/resource';
import { stepOne } from '../functions/step1/resource';
import { stepTwo } from '../functions/step2/resource';
import { bgJob } from '../functions/bg/resource';

const inlineFn = defineFunction({ entry: './inline-fn/handler.ts' });

const chatSchema = a.schema({
  Post: a
    .model({ content: a.string(), rank: a.integer(), ownerName: a.string() })
    .authorization((allow) => [allow.owner(), allow.authenticated().to(['read'])]),

  EchoResponse: a.customType({ content: a.string(), executionDuration: a.float(), nested: a.customType({ deep: a.ref('Deep') }) }),
  Deep: a.customType({ v: a.integer().array(), level: a.ref('Level') }),
  Level: a.enum(['LOW', 'HIGH']),
  Filter: a.customType({ field: a.string().required(), op: a.enum(['EQ', 'NE']), values: a.string().array(), sub: a.ref('Deep') }),

  // function handler, custom type return
  echo: a.query().arguments({ content: a.string(), n: a.integer().required(), tags: a.string().array() }).returns(a.ref('EchoResponse')).authorization((allow) => [allow.publicApiKey(), allow.authenticated(), allow.guest()]).handler(a.handler.function(echoHandler)),
  // scalar return
  ping: a.query().returns(a.string()).authorization((allow) => [allow.authenticated()]).handler(a.handler.function(inlineFn)),
  // inline custom type return + input customtype + enum args
  find: a.query().arguments({ filter: a.ref('Filter').required(), many: a.ref('Filter').array(), level: a.ref('Level'), sort: a.enum(['ASC_', 'DESC_']), box: a.customType({ w: a.float(), h: a.float() }) }).returns(a.customType({ total: a.integer(), ids: a.id().array() })).authorization((allow) => [allow.group('Admin')]).handler(a.handler.function(echoHandler)),
  // pipeline of functions
  pipeline: a.mutation().arguments({ id: a.id().required() }).returns(a.json()).authorization((allow) => [allow.groups(['Admin']), allow.authenticated('identityPool')]).handler([a.handler.function(stepOne), a.handler.function(stepTwo)]),
  // async function
  startJob: a.mutation().arguments({ payload: a.json() }).authorization((allow) => [allow.authenticated()]).handler(a.handler.function(bgJob).async()),
  // pipeline ending async
  startJob2: a.mutation().arguments({ payload: a.json() }).authorization((allow) => [allow.authenticated()]).handler([a.handler.function(stepOne), a.handler.function(bgJob).async()]),
  // string function name
  byName: a.query().returns(a.string()).authorization((allow) => [allow.authenticated()]).handler(a.handler.function('my-existing-lambda')),
  // custom JS on model datasource, NONE, and external datasource names; multi-step
  topPosts: a.query().arguments({ limit: a.integer() }).returns(a.ref('Post').array()).authorization((allow) => [allow.authenticated(), allow.publicApiKey()]).handler(a.handler.custom({ dataSource: a.ref('Post'), entry: './top-posts.js' })),
  callHttp: a.query().arguments({ path: a.string() }).returns(a.json()).authorization((allow) => [allow.group('Admin')]).handler(a.handler.custom({ dataSource: 'HttpDs', entry: './http.js' })),
  multiStep: a.mutation().arguments({ id: a.id() }).returns(a.ref('Post')).authorization((allow) => [allow.authenticated()]).handler([a.handler.custom({ entry: './none.js' }), a.handler.custom({ dataSource: a.ref('Post'), entry: './put.js' })]),
  putExternal: a.mutation().arguments({ k: a.string().required() }).returns(a.ref('EchoResponse')).authorization((allow) => [allow.publicApiKey()]).handler(a.handler.custom({ dataSource: 'ExternalTable', entry: './put.js' })),
  emitEvent: a.mutation().arguments({ d: a.string() }).returns(a.ref('EchoResponse')).authorization((allow) => [allow.authenticated()]).handler(a.handler.custom({ dataSource: 'Bus', entry: './none.js' })),
  // subscriptions
  onMulti: a.subscription().for([a.ref('putExternal'), a.ref('emitEvent')]).authorization((allow) => [allow.publicApiKey(), allow.authenticated()]).handler(a.handler.custom({ entry: './sub.js' })),
  onPostChange: a.subscription().for(a.ref('Post').mutations(['create', 'delete'])).authorization((allow) => [allow.authenticated()]).handler(a.handler.custom({ entry: './sub.js' })),
});

const other = a.schema({
  Audit: a.model({ what: a.string().required() }).authorization((allow) => [allow.group('Admin')]),
});

export const schema = a.combine([chatSchema, other]);

export const data = defineData({
  schema,
  authorizationModes: { defaultAuthorizationMode: 'userPool', apiKeyAuthorizationMode: { expiresInDays: 14 } },
});
