// SPDX-License-Identifier: Apache-2.0
import { a, defineData } from '@aws-amplify/backend';

export const auth = true;

const schema = a
  .schema({
    Lists: a.model({
      ids: a.id().array(),
      texts: a.string().required().array().required(),
      whole: a.integer().array().required(),
      reals: a.float().required().array(),
      bits: a.boolean().array(),
      days: a.date().array(),
      times: a.time().array(),
      moments: a.datetime().array(),
      stamps: a.timestamp().array(),
      mails: a.email().array(),
      docs: a.json().array(),
      phones: a.phone().array(),
      urls: a.url().array(),
      ips: a.ipAddress().array(),
    }),
    Shape: a.customType({
      id: a.id(),
      all: a.string().array(),
      on: a.boolean().required(),
      when: a.datetime(),
      createdAt: a.datetime().required(),
      owner: a.string(),
    }),
    Holder: a.model({ shape: a.ref('Shape'), shapes: a.ref('Shape').array(), bool: a.boolean(), bools: a.boolean().required() }),
    echo: a
      .query()
      .arguments({ shape: a.ref('Shape'), on: a.boolean().required(), ids: a.id().required().array().required() })
      .returns(a.ref('Shape').required().array().required())
      .authorization((allow) => [allow.authenticated()])
      .handler(a.handler.function('f')),
  })
  .authorization((allow) => [allow.authenticated()]);

export const data = defineData({
  schema,
  authorizationModes: { defaultAuthorizationMode: 'userPool' },
});
