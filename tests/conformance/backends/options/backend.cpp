// SPDX-License-Identifier: Apache-2.0
// What models opt in to, which Amplify doesn't have.
#include <amplify/backend.hpp>

using namespace amplify;
using namespace amplify::literals;

const auto auth = defineAuth({.loginWith = {.email = true}});

const auto authorizer = defineFunction({.name = "authorizer", .entry = "./authorizer.js"});

constexpr auto schema = a.schema(
    // All of it at once, with relations both ways.
    "Note"_s = a.model(
                    "text"_s = a.string().required(), "color"_s = a.string(),
                    "expiresAt"_s = a.timestamp(), "boardId"_s = a.id(),
                    "board"_s = a.belongsTo("Board", "boardId")
    )
                   .secondaryIndexes(
                       a.index("color").queryField("notesByColor"),
                       a.index("createdBy").queryField("notesByCreator")
                   )
                   .table({.pointInTimeRecovery = true, .stream = "KEYS_ONLY"})
                   .timeToLive("expiresAt")
                   .version()
                   .audit()
                   .softDelete()
                   .authorization(allow.owner()),
    "Board"_s = a.model(
                     "title"_s = a.string(), "notes"_s = a.hasMany("Note", "boardId"),
                     "cover"_s = a.hasOne("Cover", "boardId")
    )
                    .softDelete()
                    .authorization(allow.authenticated()),
    "Cover"_s = a.model("boardId"_s = a.id(), "board"_s = a.belongsTo("Board", "boardId"))
                    .softDelete()
                    .authorization(allow.owner()),

    // Composite keys, and a version by another name.
    "Reading"_s =
        a.model(
             "device"_s = a.id().required(), "day"_s = a.date().required(),
             "seq"_s = a.integer().required(), "kind"_s = a.string(), "value"_s = a.float_()
        )
            .identifier("device", "day", "seq")
            .secondaryIndexes(a.index("kind").sortKeys("day", "value").queryField("readingsByKind"))
            .version("revision")
            .audit()
            .softDelete()
            .authorization(allow.owner(), allow.publicApiKey().to("read")),

    // Every kind of caller.
    "Visit"_s =
        a.model("page"_s = a.string())
            .audit()
            .authorization(
                allow.publicApiKey(), allow.guest(), allow.authenticated(),
                allow.authenticated("identityPool"), allow.authenticated("oidc"), allow.custom()
            ),

    // Rules of fields.
    "Salary"_s =
        a.model("name"_s = a.string(), "amount"_s = a.integer().authorization(allow.group("HR")))
            .version()
            .audit()
            .softDelete()
            .authorization(allow.owner(), allow.group("HR")),

    // Items that go out as they are stored.
    "Memo"_s =
        a.model("text"_s = a.string()).version().audit().authorization(allow.authenticated()),
    "storedMemo"_s =
        a.query()
            .arguments("id"_s = a.id().required())
            .returns(a.ref("Memo"))
            .handler(a.handler.custom({.entry = "./memo.js", .dataSource = a.ref("Memo")}))
            .authorization(allow.authenticated())
);
using Schema = ClientSchema<schema>;

const auto data = defineData({
    .schema = schema,
    .authorizationModes =
        {.defaultAuthorizationMode = AuthorizationMode::userPool,
         .apiKeyAuthorizationMode = {.expiresInDays = 7},
         .lambdaAuthorizationMode = {.function = authorizer},
         .oidcAuthorizationMode =
             {.oidcProviderName = "acme",
              .oidcIssuerUrl = "https://id.example.com",
              .tokenExpiryFromAuthInSeconds = 3600,
              .tokenExpireFromIssueInSeconds = 3600}},
});

int main(int argc, char** argv) { return run(defineBackend(auth, data), argc, argv); }
