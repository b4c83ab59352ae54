// SPDX-License-Identifier: Apache-2.0
import { a, defineData } from '@aws-amplify/backend';

export const auth = true;

const schema = a
  .schema({
    Status: a.enum(['OPEN', 'CLOSED']),
    Ticket: a
      .model({
        title: a.string(),
        status: a.ref('Status'),
        priority: a.integer(),
        opened: a.datetime(),
        due: a.date(),
        reporter: a.id(),
        score: a.float(),
        stamp: a.timestamp(),
        phone: a.phone(),
        note: a.string(),
      })
      .secondaryIndexes((index) => [
        index('title'),
        index('title').sortKeys(['opened']).name('byTitle'),
        index('status').sortKeys(['priority']),
        index('status').sortKeys(['priority', 'opened']).queryField('ticketsByState'),
        index('priority').sortKeys(['status']).queryField('ticketsByPriority').name('by-priority'),
        index('reporter').sortKeys(['status', 'due', 'score']).name('byReporter').queryField('ticketsOf'),
        index('due').queryField(null),
        index('opened').sortKeys(['due', 'status']).queryField(null).name('quiet'),
        index('score').sortKeys(['reporter']),
        index('stamp').sortKeys(['opened']).projection('KEYS_ONLY'),
        index('phone').projection('INCLUDE', ['note', 'title']).queryField('byPhone'),
        index('note').projection('ALL'),
      ]),
    Keyed: a
      .model({ pk: a.string().required(), sk: a.integer().required(), other: a.id(), more: a.string() })
      .identifier(['pk', 'sk'])
      .secondaryIndexes((index) => [
        index('pk').sortKeys(['other']),
        index('other').sortKeys(['pk', 'sk']),
        index('sk').sortKeys(['pk']).queryField('keyedBySk'),
      ]),
    InlineEnum: a
      .model({ kind: a.enum(['A', 'B']), rank: a.integer(), level: a.enum(['LOW', 'HIGH']) })
      .secondaryIndexes((index) => [index('kind').sortKeys(['rank']), index('rank').sortKeys(['kind', 'level'])]),
  })
  .authorization((allow) => [allow.authenticated()]);

export const data = defineData({
  schema,
  authorizationModes: { defaultAuthorizationMode: 'userPool' },
});
