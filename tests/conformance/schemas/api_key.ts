// SPDX-License-Identifier: Apache-2.0
import { a, defineData } from '@aws-amplify/backend';

const schema = a.schema({
  Open: a.model({ v: a.string(), kids: a.hasMany('Kid', 'openId') }).authorization((allow) => [allow.publicApiKey()]),
  Kid: a.model({ openId: a.id(), open: a.belongsTo('Open', 'openId') }).authorization((allow) => [allow.publicApiKey().to(['read'])]),
  CreateOnly: a.model({ v: a.string() }).authorization((allow) => [allow.publicApiKey().to(['create'])]),
});

export const data = defineData({
  schema,
  authorizationModes: { defaultAuthorizationMode: 'apiKey', apiKeyAuthorizationMode: { expiresInDays: 30 } },
});
