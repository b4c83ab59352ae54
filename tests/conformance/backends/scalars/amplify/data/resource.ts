// SPDX-License-Identifier: Apache-2.0
import { a, defineData } from '@aws-amplify/backend';

export const schema = a
  .schema({
    Color: a.enum(['RED', 'GREEN', 'BLUE']),
    Point: a.customType({ lat: a.float().required(), lng: a.float().required(), label: a.string() }),
    Shape: a.customType({
      color: a.ref('Color'),
      center: a.ref('Point').required(),
      points: a.ref('Point').required().array().required(),
      kind: a.enum(['CIRCLE', 'POLYGON']),
      meta: a.customType({ createdBy: a.string(), tags: a.string().array() }),
    }),

    Everything: a.model({
      fId: a.id(),
      fString: a.string(),
      fInteger: a.integer(),
      fFloat: a.float(),
      fBoolean: a.boolean(),
      fDate: a.date(),
      fTime: a.time(),
      fDatetime: a.datetime(),
      fTimestamp: a.timestamp(),
      fEmail: a.email(),
      fJson: a.json(),
      fPhone: a.phone(),
      fUrl: a.url(),
      fIp: a.ipAddress(),
      fEnumInline: a.enum(['A', 'B']),
      fEnumRef: a.ref('Color'),
      fEnumRefReq: a.ref('Color').required(),
      fEnumRefArr: a.ref('Color').array(),
      fCustomInline: a.customType({ x: a.integer().required(), inner: a.customType({ y: a.string() }) }),
      fCustomRef: a.ref('Shape'),
      fCustomRefArr: a.ref('Point').required().array().required(),
    }),

    Required: a.model({
      fId: a.id().required(),
      fString: a.string().required(),
      fInteger: a.integer().required(),
      fFloat: a.float().required(),
      fBoolean: a.boolean().required(),
      fDate: a.date().required(),
      fTime: a.time().required(),
      fDatetime: a.datetime().required(),
      fTimestamp: a.timestamp().required(),
      fEmail: a.email().required(),
      fJson: a.json().required(),
      fPhone: a.phone().required(),
      fUrl: a.url().required(),
      fIp: a.ipAddress().required(),
    }),

    Arrays: a.model({
      a1: a.string().array(),
      a2: a.string().required().array(),
      a3: a.string().array().required(),
      a4: a.string().required().array().required(),
      ints: a.integer().array(),
      floats: a.float().array(),
      bools: a.boolean().array(),
      dates: a.date().array(),
      jsons: a.json().array(),
      ids: a.id().array(),
      urls: a.url().array(),
      stamps: a.timestamp().array(),
    }),

    Defaults: a.model({
      s: a.string().default('hello world'),
      i: a.integer().default(42),
      f: a.float().default(3.14),
      b: a.boolean().default(true),
      d: a.date().default('2020-01-01'),
      t: a.time().default('10:00:00.000Z'),
      dt: a.datetime().default('2020-01-01T00:00:00Z'),
      ts: a.timestamp().default(1577836800),
      e: a.email().default('x@example.com'),
      j: a.json().default('{}'),
      p: a.phone().default('+14155552671'),
      u: a.url().default('https://example.com'),
      ip: a.ipAddress().default('127.0.0.1'),
      reqDefault: a.string().required().default('x'),
    }),

    Validated: a.model({
      username: a.string().required().validate((v) => v.minLength(3, 'too short').maxLength(20).matches('^[a-z]+$', 'bad')),
      age: a.integer().validate((v) => v.gte(0).lt(150)),
      score: a.float().validate((v) => v.positive()),
      code: a.string().validate((v) => v.startsWith('C-').endsWith('!')),
    }),

    // custom id type & explicit timestamps
    WithId: a.model({ id: a.id().required(), name: a.string(), createdAt: a.datetime().required(), updatedAt: a.datetime() }),
    lowerModel: a.model({ value: a.string() }),
    Person: a.model({ name: a.string() }),
    Bus: a.model({ name: a.string() }),
    Category: a.model({ name: a.string() }),
  })
  .authorization((allow) => [allow.authenticated()]);

export const data = defineData({ schema });
