// SPDX-License-Identifier: Apache-2.0
import { a, defineData } from '@aws-amplify/backend';

export const auth = true;

const schema = a
  .schema({
    Color: a.enum(['RED', 'green', 'Blue_1', '_x']),
    Fitting: a.enum(['S']),
    Shirt: a.model({
      color: a.ref('Color'),
      colors: a.ref('Color').array(),
      must: a.ref('Color').required(),
      all: a.ref('Color').required().array().required(),
      size: a.ref('Fitting'),
      fit: a.enum(['SLIM', 'REGULAR']),
    }),
    Palette: a.model({ colors: a.ref('Color').array(), nested: a.customType({ color: a.ref('Color'), mode: a.enum(['DARK']) }) }),
    Swatch: a.model({ color: a.ref('Color').required(), n: a.integer() }).secondaryIndexes((index) => [index('color').sortKeys(['n'])]),
  })
  .authorization((allow) => [allow.authenticated()]);

export const data = defineData({
  schema,
  authorizationModes: { defaultAuthorizationMode: 'userPool' },
});
