// SPDX-License-Identifier: Apache-2.0
import { a, defineData } from '@aws-amplify/backend';

export const auth = true;

const schema = a.schema({
  One: a.model({ v: a.string() }).authorization((allow) => [allow.group('Admin')]),
  Two: a.model({ v: a.string() }).authorization((allow) => [allow.groups(['Admin', 'Editor']).to(['create', 'read'])]),
  Split: a
    .model({ v: a.string() })
    .authorization((allow) => [allow.group('Admin'), allow.group('Viewer').to(['read']), allow.groups(['A', 'B']).withClaimIn('roles')]),
  Dynamic: a.model({ v: a.string(), team: a.string() }).authorization((allow) => [allow.groupDefinedIn('team')]),
  DynamicList: a.model({ v: a.string(), teams: a.string().array() }).authorization((allow) => [allow.groupsDefinedIn('teams').to(['read'])]),
  DynamicClaim: a
    .model({ v: a.string(), team: a.string() })
    .authorization((allow) => [allow.groupDefinedIn('team').withClaimIn('org'), allow.publicApiKey().to(['read'])]),
  All: a
    .model({ v: a.string(), team: a.string(), teams: a.string().array(), owner: a.string() })
    .authorization((allow) => [
      allow.owner(),
      allow.group('Admin'),
      allow.groupDefinedIn('team').to(['read', 'update']),
      allow.groupsDefinedIn('teams').to(['read']),
      allow.authenticated().to(['list']),
    ]),
});

export const data = defineData({
  schema,
  authorizationModes: { defaultAuthorizationMode: 'userPool', apiKeyAuthorizationMode: { expiresInDays: 7 } },
});
