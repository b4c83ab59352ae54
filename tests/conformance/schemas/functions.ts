// SPDX-License-Identifier: Apache-2.0
import { a, defineData } from '@aws-amplify/backend';

export const auth = true;

const call = (name: string) => a.handler.function(name);
const schema = a.schema({
  Post: a.model({ title: a.string() }).authorization((allow) => [allow.owner()]),
  Kind: a.enum(['X', 'Y']),
  Result: a.customType({ ok: a.boolean().required(), part: a.ref('Part').array(), kind: a.ref('Kind') }),
  Part: a.customType({ n: a.integer(), last: a.ref('Last') }),
  Last: a.customType({ at: a.datetime() }),
  Filter: a.customType({ from: a.date(), part: a.ref('Part'), kinds: a.ref('Kind').required().array().required() }),
  text: a.query().returns(a.string().required()).authorization((allow) => [allow.authenticated()]).handler(call('f')),
  texts: a.query().returns(a.string().required().array()).authorization((allow) => [allow.publicApiKey()]).handler(call('f')),
  kind: a.query().returns(a.ref('Kind')).authorization((allow) => [allow.guest()]).handler(call('f')),
  inlineKind: a.query().returns(a.enum(['P', 'Q'])).authorization((allow) => [allow.authenticated('identityPool')]).handler(call('f')),
  posts: a.query().returns(a.ref('Post').array()).authorization((allow) => [allow.group('Admin')]).handler(call('f')),
  result: a
    .query()
    .arguments({ filter: a.ref('Filter').required(), parts: a.ref('Part').array(), kind: a.ref('Kind'), at: a.datetime().array() })
    .returns(a.ref('Result').required())
    .authorization((allow) => [allow.groups(['Admin', 'Editor']), allow.publicApiKey()])
    .handler(call('f')),
  inline: a
    .mutation()
    .arguments({
      mode: a.enum(['FAST', 'SLOW']),
      box: a.customType({ w: a.float().required(), corner: a.customType({ x: a.integer() }), unit: a.enum(['CM', 'IN']) }),
      id: a.id().required(),
    })
    .returns(a.customType({ area: a.float(), unit: a.enum(['CM2']), detail: a.customType({ note: a.string() }) }))
    .authorization((allow) => [allow.authenticated()])
    .handler(call('f')),
  chain: a
    .mutation()
    .arguments({ a: a.json(), b: a.ref('Filter') })
    .returns(a.json())
    .authorization((allow) => [allow.authenticated(), allow.guest()])
    .handler([call('one'), call('two'), call('three')]),
});

export const data = defineData({
  schema,
  authorizationModes: { defaultAuthorizationMode: 'userPool', apiKeyAuthorizationMode: { expiresInDays: 7 } },
});
