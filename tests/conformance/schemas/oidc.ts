// SPDX-License-Identifier: Apache-2.0
import { a, defineData } from '@aws-amplify/backend';

export const auth = true;

const schema = a.schema({
  Signed: a.model({ v: a.string() }).authorization((allow) => [allow.authenticated('oidc')]),
  Owned: a.model({ v: a.string() }).authorization((allow) => [allow.owner('oidc')]),
  Named: a.model({ v: a.string(), who: a.string() }).authorization((allow) => [allow.ownerDefinedIn('who', 'oidc').identityClaim('sub')]),
  Grouped: a
    .model({ v: a.string(), team: a.string() })
    .authorization((allow) => [allow.groups(['A', 'B'], 'oidc').withClaimIn('roles'), allow.groupDefinedIn('team', 'oidc')]),
  Pool: a.model({ v: a.string() }).authorization((allow) => [allow.authenticated(), allow.publicApiKey().to(['read'])]),
  Mixed: a.model({ v: a.string() }).authorization((allow) => [allow.authenticated('oidc').to(['read']), allow.group('Admin')]),
});

export const data = defineData({
  schema,
  authorizationModes: {
    defaultAuthorizationMode: 'oidc',
    oidcAuthorizationMode: {
      oidcProviderName: 'provider',
      oidcIssuerUrl: 'https://example.com',
      clientId: 'client',
      tokenExpiryFromAuthInSeconds: 300,
      tokenExpireFromIssueInSeconds: 600,
    },
    apiKeyAuthorizationMode: {},
  },
});
