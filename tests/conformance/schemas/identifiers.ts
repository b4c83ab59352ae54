// SPDX-License-Identifier: Apache-2.0
import { a, defineData } from '@aws-amplify/backend';

export const auth = true;

const schema = a
  .schema({
    ByText: a.model({ code: a.string().required(), v: a.string() }).identifier(['code']),
    ByNumber: a.model({ number: a.integer().required(), v: a.string() }).identifier(['number']),
    ByFloat: a.model({ x: a.float().required(), y: a.float().required() }).identifier(['x', 'y']),
    ByTime: a.model({ at: a.timestamp().required(), day: a.date().required(), v: a.string() }).identifier(['day', 'at']),
    ByOneSortKey: a.model({ owner: a.id().required(), email: a.email().required() }).identifier(['owner', 'email']),
    ByThree: a
      .model({ a: a.id().required(), b: a.datetime().required(), c: a.time().required(), v: a.json() })
      .identifier(['a', 'b', 'c']),
    ByFour: a
      .model({ region: a.string().required(), shard: a.integer().required(), host: a.ipAddress().required(), url: a.url().required() })
      .identifier(['region', 'shard', 'host', 'url']),
    DeclaredId: a.model({ id: a.id().required(), v: a.string() }),
    OptionalId: a.model({ id: a.id(), v: a.string() }),
    TextId: a.model({ id: a.string().required(), v: a.string() }),
    NumberId: a.model({ v: a.string(), id: a.integer().required() }),
    IdAndSortKey: a.model({ id: a.id().required(), version: a.integer().required() }).identifier(['id', 'version']),
    IdIsNoKey: a.model({ id: a.id(), slug: a.string().required() }).identifier(['slug']),
    IdIsSortKey: a.model({ tenant: a.string().required(), id: a.id().required() }).identifier(['tenant', 'id']),
    IdAmongSortKeys: a
      .model({ tenant: a.string().required(), id: a.id().required(), at: a.datetime().required() })
      .identifier(['tenant', 'id', 'at']),
  })
  .authorization((allow) => [allow.authenticated()]);

export const data = defineData({
  schema,
  authorizationModes: { defaultAuthorizationMode: 'userPool' },
});
