// SPDX-License-Identifier: Apache-2.0
import { a, defineData } from '@aws-amplify/backend';

export const auth = true;

const schema = a
  .schema({
    Defaulted: a.model({
      text: a.string().default('a text'),
      empty: a.string().default(''),
      id2: a.id().default('x'),
      zero: a.integer().default(0),
      minus: a.integer().default(-5),
      half: a.float().default(0.5),
      tiny: a.float().default(1e-7),
      whole: a.float().default(3),
      yes: a.boolean().default(true),
      no: a.boolean().required().default(false),
      day: a.date().default('2030-12-31'),
      stamp: a.timestamp().default(1700000000),
      mail: a.email().default('a.b+c@example.co.uk'),
      list: a.json().default('[1, 2]'),
      url: a.url().default('https://example.com/?q=1#x'),
      v6: a.ipAddress().default('2001:db8::1'),
    }),
    Validated: a.model({
      name: a.string().required().validate((v) => v.minLength(1, 'too "short"').maxLength(10).matches('^[a-z]+$')),
      code: a.string().default('C-1').validate((v) => v.startsWith('C-').endsWith('1', 'ends\nwith')),
      age: a.integer().validate((v) => v.gte(0).lt(150)),
      debt: a.float().validate((v) => v.negative('owe')),
      credit: a.integer().validate((v) => v.positive().lte(1000)),
    }),
  })
  .authorization((allow) => [allow.authenticated()]);

export const data = defineData({
  schema,
  authorizationModes: { defaultAuthorizationMode: 'userPool' },
});
