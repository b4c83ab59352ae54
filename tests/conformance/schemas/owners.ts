// SPDX-License-Identifier: Apache-2.0
import { a, defineData } from '@aws-amplify/backend';

export const auth = true;

const schema = a.schema({
  Plain: a.model({ v: a.string() }).authorization((allow) => [allow.owner()]),
  Declared: a.model({ v: a.string(), owner: a.string() }).authorization((allow) => [allow.owner()]),
  DeclaredId: a.model({ v: a.string(), owner: a.id().required() }).authorization((allow) => [allow.owner().to(['read', 'create'])]),
  Named: a.model({ v: a.string(), author: a.string() }).authorization((allow) => [allow.ownerDefinedIn('author')]),
  NamedImplicit: a.model({ v: a.string() }).authorization((allow) => [allow.ownerDefinedIn('writer').to(['read', 'update'])]),
  Several: a.model({ v: a.string(), editors: a.string().array() }).authorization((allow) => [allow.ownersDefinedIn('editors')]),
  Mixed: a
    .model({ v: a.string(), editors: a.string().array(), reviewer: a.email() })
    .authorization((allow) => [
      allow.owner(),
      allow.ownersDefinedIn('editors').to(['read', 'update']),
      allow.ownerDefinedIn('reviewer').to(['get', 'listen']),
      allow.publicApiKey().to(['list']),
    ]),
  Claim: a.model({ v: a.string() }).authorization((allow) => [allow.owner().identityClaim('sub')]),
  ClaimNamed: a.model({ v: a.string(), who: a.string() }).authorization((allow) => [allow.ownerDefinedIn('who').identityClaim('user_id')]),
  InKey: a
    .model({ userId: a.string().required(), at: a.datetime().required(), v: a.string() })
    .identifier(['userId', 'at'])
    .authorization((allow) => [allow.ownerDefinedIn('userId')]),
  InIndex: a
    .model({ userId: a.string(), at: a.datetime() })
    .secondaryIndexes((index) => [index('userId').sortKeys(['at'])])
    .authorization((allow) => [allow.ownerDefinedIn('userId'), allow.authenticated().to(['read'])]),
  ListenOnly: a.model({ v: a.string() }).authorization((allow) => [allow.owner().to(['listen']), allow.publicApiKey().to(['create'])]),
});

export const data = defineData({
  schema,
  authorizationModes: { defaultAuthorizationMode: 'userPool', apiKeyAuthorizationMode: { expiresInDays: 7 } },
});
