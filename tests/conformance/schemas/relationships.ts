// SPDX-License-Identifier: Apache-2.0
import { a, defineData } from '@aws-amplify/backend';

export const auth = true;

const schema = a
  .schema({
    Team: a.model({
      name: a.string().required(),
      players: a.hasMany('Player', 'teamId'),
      reserves: a.hasMany('Player', 'reserveTeamId'),
      captain: a.hasOne('Player', 'captainOfId'),
      home: a.hasMany('Match', 'homeId'),
      away: a.hasMany('Match', 'awayId'),
    }),
    Player: a.model({
      name: a.string(),
      teamId: a.id(),
      reserveTeamId: a.string(),
      captainOfId: a.id().required(),
      team: a.belongsTo('Team', 'teamId'),
      reserveTeam: a.belongsTo('Team', 'reserveTeamId'),
      captainOf: a.belongsTo('Team', 'captainOfId'),
      mentorId: a.id(),
      mentor: a.belongsTo('Player', 'mentorId'),
      mentees: a.hasMany('Player', 'mentorId'),
      matches: a.hasMany('Lineup', 'playerId'),
    }),
    Match: a
      .model({
        season: a.string().required(),
        round: a.integer().required(),
        kickOff: a.datetime().required(),
        homeId: a.id().required(),
        awayId: a.id().required(),
        home: a.belongsTo('Team', 'homeId'),
        away: a.belongsTo('Team', 'awayId'),
        lineups: a.hasMany('Lineup', ['season', 'round', 'kickOff']),
        report: a.hasOne('Report', ['matchSeason', 'matchRound', 'matchKickOff']),
      })
      .identifier(['season', 'round', 'kickOff']),
    Lineup: a.model({
      season: a.string().required(),
      round: a.integer().required(),
      kickOff: a.datetime().required(),
      playerId: a.id(),
      match: a.belongsTo('Match', ['season', 'round', 'kickOff']),
      player: a.belongsTo('Player', 'playerId'),
    }),
    Report: a
      .model({
        matchSeason: a.string(),
        matchRound: a.integer(),
        matchKickOff: a.datetime(),
        match: a.belongsTo('Match', ['matchSeason', 'matchRound', 'matchKickOff']),
        text: a.string(),
      })
      .secondaryIndexes((index) => [index('matchSeason').sortKeys(['matchRound'])]),
    Shelf: a.model({ row: a.integer().required(), books: a.hasMany('Book', 'shelfRow') }).identifier(['row']),
    Book: a.model({ shelfRow: a.integer(), shelf: a.belongsTo('Shelf', 'shelfRow') }).disableOperations(['list', 'update']),
  })
  .authorization((allow) => [allow.authenticated()]);

export const data = defineData({
  schema,
  authorizationModes: { defaultAuthorizationMode: 'userPool' },
});
