// SPDX-License-Identifier: Apache-2.0
// The twin of amplify/backend.ts.
#include <amplify/backend.hpp>

namespace {

using namespace amplify;
using namespace amplify::literals;

const auto auth = defineAuth({.loginWith = {.email = true}});

constexpr auto schema =
    a.schema(
         // single string identifier
         "Country"_s = a.model(
                            "code"_s = a.string().required(), "name"_s = a.string(),
                            "cities"_s = a.hasMany("City", "countryCode"),
                            "capital"_s = a.hasOne("Capital", "countryCode")
         )
                           .identifier("code"),
         "Capital"_s = a.model(
             "countryCode"_s = a.string(), "country"_s = a.belongsTo("Country", "countryCode"),
             "name"_s = a.string()
         ),
         // composite (2)
         "City"_s =
             a.model(
                  "countryCode"_s = a.string().required(), "name"_s = a.string().required(),
                  "population"_s = a.integer(), "founded"_s = a.date(),
                  "country"_s = a.belongsTo("Country", "countryCode"),
                  "districts"_s = a.hasMany("District", "cityCountry", "cityName")
             )
                 .identifier("countryCode", "name")
                 .secondaryIndexes(
                     a.index("name"), a.index("population").sortKeys("founded"),
                     a.index("countryCode")
                         .sortKeys("population")
                         .name("byCountryPop")
                         .queryField("citiesByCountry"),
                     a.index("founded")
                         .sortKeys("countryCode", "population")
                         .queryField("byFounded"),
                     a.index("name").sortKeys("population").name("byNamePop").queryField(nullptr)
                 ),
         "District"_s = a.model(
             "cityCountry"_s = a.string(), "cityName"_s = a.string(),
             "city"_s = a.belongsTo("City", "cityCountry", "cityName"), "label"_s = a.string()
         ),
         // composite (3) with numeric and date sort keys
         "Reading"_s =
             a.model(
                  "deviceId"_s = a.id().required(), "day"_s = a.date().required(),
                  "seq"_s = a.integer().required(), "value"_s = a.float_(),
                  "kind"_s = a.enumeration("TEMP", "HUM"),
                  "alarms"_s = a.hasMany("Alarm", "readingDevice", "readingDay", "readingSeq")
             )
                 .identifier("deviceId", "day", "seq")
                 .secondaryIndexes(
                     a.index("kind").sortKeys("day", "seq").queryField("readingsByKind"),
                     a.index("value").projection("INCLUDE", "kind")
                 ),
         "Alarm"_s = a.model(
             "readingDevice"_s = a.id(), "readingDay"_s = a.date(), "readingSeq"_s = a.integer(),
             "reading"_s = a.belongsTo("Reading", "readingDevice", "readingDay", "readingSeq"),
             "level"_s = a.integer()
         ),
         // two relations between the same models, self relation
         "Employee"_s = a.model(
             "name"_s = a.string(), "managerId"_s = a.id(),
             "manager"_s = a.belongsTo("Employee", "managerId"),
             "reports"_s = a.hasMany("Employee", "managerId"),
             "authored"_s = a.hasMany("Doc", "authorId"), "edited"_s = a.hasMany("Doc", "editorId")
         ),
         "Doc"_s = a.model(
             "authorId"_s = a.id(), "editorId"_s = a.id(),
             "author"_s = a.belongsTo("Employee", "authorId"),
             "editor"_s = a.belongsTo("Employee", "editorId"), "body"_s = a.string()
         ),
         // disableOperations
         "NoSubs"_s = a.model("v"_s = a.string()).disableOperations("subscriptions"),
         "NoMut"_s = a.model("v"_s = a.string()).disableOperations("mutations"),
         "NoQueries"_s = a.model("v"_s = a.string()).disableOperations("queries"),
         "Fine"_s = a.model("v"_s = a.string()).disableOperations("list", "update", "onDelete"),
         // fields called like words of JavaScript and of the resolvers' code
         "Words"_s = a.model(
                          "class"_s = a.string().required(), "condition"_s = a.string().required(),
                          "rules"_s = a.string(), "item"_s = a.integer()
         )
                         .identifier("class", "condition")
                         .secondaryIndexes(
                             a.index("rules").sortKeys("item").queryField("wordsByRules"),
                             a.index("condition").queryField("wordsByCondition")
                         ),
         "TimestampKey"_s =
             a.model("at"_s = a.timestamp().required(), "flag"_s = a.boolean(), "v"_s = a.string())
                 .identifier("at")
    )
        .authorization(allow.authenticated());

const auto data = defineData({
    .schema = schema,
    .authorizationModes = {.defaultAuthorizationMode = AuthorizationMode::userPool},
});

}  // namespace

int main(int argc, char** argv) { return run(defineBackend(auth, data), argc, argv); }
