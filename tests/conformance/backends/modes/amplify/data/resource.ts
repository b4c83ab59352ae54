// SPDX-License-Identifier: Apache-2.0
import { a, defineData, defineFunction } from '@aws-amplify/backend';

const authorizer = defineFunction({ name: 'authorizer', entry: './handler.ts' });

const schema = a.schema({
  Note: a.model({ text: a.string() }).authorization((allow) => [allow.owner('oidc'), allow.custom().to(['read'])]),
  Page: a.model({ text: a.string() }).authorization((allow) => [allow.authenticated(), allow.groups(['Editors'], 'oidc').to(['update'])]),
});

export const data = defineData({
  schema,
  authorizationModes: {
    defaultAuthorizationMode: 'oidc',
    oidcAuthorizationMode: {
      oidcProviderName: 'acme',
      oidcIssuerUrl: 'https://id.example.com',
      clientId: 'notes',
      tokenExpiryFromAuthInSeconds: 3600,
      tokenExpireFromIssueInSeconds: 7200,
    },
    lambdaAuthorizationMode: { function: authorizer, timeToLiveInSeconds: 300 },
  },
  logging: { retention: '1 month', fieldLogLevel: 'error', excludeVerboseContent: false },
});
