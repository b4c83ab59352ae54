// SPDX-License-Identifier: Apache-2.0
import { a, defineData } from '@aws-amplify/backend';

export const schema = a.schema({
  Note: a
    .model({ text: a.string().required(), pinned: a.boolean() })
    .authorization((allow) => [allow.publicApiKey()]),
});

export const data = defineData({ schema });
