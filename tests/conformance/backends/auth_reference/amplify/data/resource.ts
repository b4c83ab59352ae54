// SPDX-License-Identifier: Apache-2.0
import { a, defineData, type ClientSchema } from '@aws-amplify/backend';

const schema = a.schema({
  Note: a.model({ text: a.string() }).authorization((allow) => [
    allow.owner(),
    allow.authenticated('identityPool'),
    allow.guest().to(['read']),
  ]),
});

export type Schema = ClientSchema<typeof schema>;

export const data = defineData({ schema, authorizationModes: { defaultAuthorizationMode: 'userPool' } });
