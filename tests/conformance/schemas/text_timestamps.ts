// SPDX-License-Identifier: Apache-2.0
// As SDL alone: in C++ such a field doesn't compile.
import { a, defineData } from '@aws-amplify/backend';

export const auth = true;

const schema = a
  .schema({
    Text: a.model({ v: a.string(), updatedAt: a.string() }),
  })
  .authorization((allow) => [allow.authenticated()]);

export const data = defineData({
  schema,
  authorizationModes: { defaultAuthorizationMode: 'userPool' },
});
