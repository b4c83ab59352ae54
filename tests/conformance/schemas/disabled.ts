// SPDX-License-Identifier: Apache-2.0
import { a, defineData } from '@aws-amplify/backend';

export const auth = true;

const schema = a
  .schema({
    NoQueries: a.model({ v: a.string() }).disableOperations(['queries']),
    NoMutations: a.model({ v: a.string() }).disableOperations(['mutations']),
    NoSubscriptions: a.model({ v: a.string() }).disableOperations(['subscriptions']),
    Nothing: a.model({ v: a.string() }).disableOperations(['queries', 'mutations']),
    NoGet: a.model({ v: a.string() }).disableOperations(['get']),
    NoList: a.model({ v: a.string() }).disableOperations(['list', 'onCreate']),
    NoCreate: a.model({ v: a.string() }).disableOperations(['create']),
    NoUpdate: a.model({ v: a.string() }).disableOperations(['update', 'delete']),
    NoEvents: a.model({ v: a.string() }).disableOperations(['onCreate', 'onUpdate']),
    Keyed: a
      .model({ pk: a.string().required(), sk: a.integer().required() })
      .identifier(['pk', 'sk'])
      .disableOperations(['list', 'delete', 'onUpdate']),
    KeyedQuietly: a
      .model({ pk: a.string().required(), a: a.integer().required(), b: a.date().required() })
      .identifier(['pk', 'a', 'b'])
      .disableOperations(['queries', 'subscriptions']),
    ReadOnly: a
      .model({ v: a.string() })
      .disableOperations(['mutations'])
      .authorization((allow) => [allow.owner().to(['read'])]),
  })
  .authorization((allow) => [allow.authenticated()]);

export const data = defineData({
  schema,
  authorizationModes: { defaultAuthorizationMode: 'userPool' },
});
