// SPDX-License-Identifier: Apache-2.0
import { a, defineData } from '@aws-amplify/backend';

export const schema = a
  .schema({
    // single string identifier
    Country: a.model({ code: a.string().required(), name: a.string(), cities: a.hasMany('City', 'countryCode'), capital: a.hasOne('Capital', 'countryCode') }).identifier(['code']),
    Capital: a.model({ countryCode: a.string(), country: a.belongsTo('Country', 'countryCode'), name: a.string() }),
    // composite (2)
    City: a
      .model({
        countryCode: a.string().required(),
        name: a.string().required(),
        population: a.integer(),
        founded: a.date(),
        country: a.belongsTo('Country', 'countryCode'),
        districts: a.hasMany('District', ['cityCountry', 'cityName']),
      })
      .identifier(['countryCode', 'name'])
      .secondaryIndexes((index) => [
        index('name'),
        index('population').sortKeys(['founded']),
        index('countryCode').sortKeys(['population']).name('byCountryPop').queryField('citiesByCountry'),
        index('founded').sortKeys(['countryCode', 'population']).queryField('byFounded'),
        index('name').sortKeys(['population']).name('byNamePop').queryField(null as any),
      ]),
    District: a
      .model({
        cityCountry: a.string(),
        cityName: a.string(),
        city: a.belongsTo('City', ['cityCountry', 'cityName']),
        label: a.string(),
      }),
    // composite (3) with numeric and date sort keys
    Reading: a
      .model({ deviceId: a.id().required(), day: a.date().required(), seq: a.integer().required(), value: a.float(), kind: a.enum(['TEMP', 'HUM']), alarms: a.hasMany('Alarm', ['readingDevice', 'readingDay', 'readingSeq']) })
      .identifier(['deviceId', 'day', 'seq'])
      .secondaryIndexes((index) => [
        index('kind').sortKeys(['day', 'seq']).queryField('readingsByKind'),
        index('value').projection('INCLUDE', ['kind']),
      ]),
    Alarm: a.model({ readingDevice: a.id(), readingDay: a.date(), readingSeq: a.integer(), reading: a.belongsTo('Reading', ['readingDevice', 'readingDay', 'readingSeq']), level: a.integer() }),
    // two relations between the same models, self relation
    Employee: a.model({
      name: a.string(),
      managerId: a.id(),
      manager: a.belongsTo('Employee', 'managerId'),
      reports: a.hasMany('Employee', 'managerId'),
      authored: a.hasMany('Doc', 'authorId'),
      edited: a.hasMany('Doc', 'editorId'),
    }),
    Doc: a.model({
      authorId: a.id(),
      editorId: a.id(),
      author: a.belongsTo('Employee', 'authorId'),
      editor: a.belongsTo('Employee', 'editorId'),
      body: a.string(),
    }),
    // disableOperations
    NoSubs: a.model({ v: a.string() }).disableOperations(['subscriptions']),
    NoMut: a.model({ v: a.string() }).disableOperations(['mutations']),
    NoQueries: a.model({ v: a.string() }).disableOperations(['queries']),
    Fine: a.model({ v: a.string() }).disableOperations(['list', 'update', 'onDelete']),
    // fields called like words of JavaScript and of the resolvers' code
    Words: a
      .model({ class: a.string().required(), condition: a.string().required(), rules: a.string(), item: a.integer() })
      .identifier(['class', 'condition'])
      .secondaryIndexes((index) => [index('rules').sortKeys(['item']).queryField('wordsByRules'), index('condition').queryField('wordsByCondition')]),
    TimestampKey: a.model({ at: a.timestamp().required(), flag: a.boolean(), v: a.string() }).identifier(['at', 'v' as any].slice(0, 1) as any),
  })
  .authorization((allow) => [allow.authenticated()]);

export const data = defineData({ schema, authorizationModes: { defaultAuthorizationMode: 'userPool' } });
