// SPDX-License-Identifier: Apache-2.0
#include "schemas/twin.hpp"

namespace {

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
    a.schema(
         "Team"_s = a.model(
             "name"_s = a.string().required(), "players"_s = a.hasMany("Player", "teamId"),
             "reserves"_s = a.hasMany("Player", "reserveTeamId"),
             "captain"_s = a.hasOne("Player", "captainOfId"),
             "home"_s = a.hasMany("Match", "homeId"), "away"_s = a.hasMany("Match", "awayId")
         ),
         "Player"_s = a.model(
             "name"_s = a.string(), "teamId"_s = a.id(), "reserveTeamId"_s = a.string(),
             "captainOfId"_s = a.id().required(), "team"_s = a.belongsTo("Team", "teamId"),
             "reserveTeam"_s = a.belongsTo("Team", "reserveTeamId"),
             "captainOf"_s = a.belongsTo("Team", "captainOfId"), "mentorId"_s = a.id(),
             "mentor"_s = a.belongsTo("Player", "mentorId"),
             "mentees"_s = a.hasMany("Player", "mentorId"),
             "matches"_s = a.hasMany("Lineup", "playerId")
         ),
         "Match"_s =
             a.model(
                  "season"_s = a.string().required(), "round"_s = a.integer().required(),
                  "kickOff"_s = a.datetime().required(), "homeId"_s = a.id().required(),
                  "awayId"_s = a.id().required(), "home"_s = a.belongsTo("Team", "homeId"),
                  "away"_s = a.belongsTo("Team", "awayId"),
                  "lineups"_s = a.hasMany("Lineup", "season", "round", "kickOff"),
                  "report"_s = a.hasOne("Report", "matchSeason", "matchRound", "matchKickOff")
             )
                 .identifier("season", "round", "kickOff"),
         "Lineup"_s = a.model(
             "season"_s = a.string().required(), "round"_s = a.integer().required(),
             "kickOff"_s = a.datetime().required(), "playerId"_s = a.id(),
             "match"_s = a.belongsTo("Match", "season", "round", "kickOff"),
             "player"_s = a.belongsTo("Player", "playerId")
         ),
         "Report"_s =
             a.model(
                  "matchSeason"_s = a.string(), "matchRound"_s = a.integer(),
                  "matchKickOff"_s = a.datetime(),
                  "match"_s = a.belongsTo("Match", "matchSeason", "matchRound", "matchKickOff"),
                  "text"_s = a.string()
             )
                 .secondaryIndexes(a.index("matchSeason").sortKeys("matchRound")),
         "Shelf"_s =
             a.model("row"_s = a.integer().required(), "books"_s = a.hasMany("Book", "shelfRow"))
                 .identifier("row"),
         "Book"_s =
             a.model("shelfRow"_s = a.integer(), "shelf"_s = a.belongsTo("Shelf", "shelfRow"))
                 .disableOperations("list", "update")
    )
        .authorization(allow.authenticated());

const Twin twin("relationships", schema);

}  // namespace
