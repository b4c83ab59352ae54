// SPDX-License-Identifier: Apache-2.0
// The twin of amplify/data/resource.ts, model by model.
#include <amplify/backend.hpp>

using namespace amplify;
using namespace amplify::literals;

const auto auth = defineAuth({.loginWith = {.email = true}});

constexpr auto schema = a.schema(
    // Every scalar type; a model for each of optional, required, array and default.
    "Scalar"_s = a.model(
                      "anId"_s = a.id(), "aString"_s = a.string(), "anInteger"_s = a.integer(),
                      "aFloat"_s = a.float_(), "aBoolean"_s = a.boolean(), "aDate"_s = a.date(),
                      "aTime"_s = a.time(), "aDatetime"_s = a.datetime(),
                      "aTimestamp"_s = a.timestamp(), "anEmail"_s = a.email(), "aJson"_s = a.json(),
                      "aPhone"_s = a.phone(), "aUrl"_s = a.url(), "anIpAddress"_s = a.ipAddress()
    )
                     .authorization(allow.owner()),

    "RequiredScalar"_s =
        a.model(
             "anId"_s = a.id().required(), "aString"_s = a.string().required(),
             "anInteger"_s = a.integer().required(), "aFloat"_s = a.float_().required(),
             "aBoolean"_s = a.boolean().required(), "aDate"_s = a.date().required(),
             "aTime"_s = a.time().required(), "aDatetime"_s = a.datetime().required(),
             "aTimestamp"_s = a.timestamp().required(), "anEmail"_s = a.email().required(),
             "aJson"_s = a.json().required(), "aPhone"_s = a.phone().required(),
             "aUrl"_s = a.url().required(), "anIpAddress"_s = a.ipAddress().required()
        )
            .authorization(allow.authenticated()),

    "ArrayScalar"_s = a.model(
                           "ids"_s = a.id().array(), "strings"_s = a.string().array(),
                           "integers"_s = a.integer().array(), "floats"_s = a.float_().array(),
                           "booleans"_s = a.boolean().array(), "dates"_s = a.date().array(),
                           "times"_s = a.time().array(), "datetimes"_s = a.datetime().array(),
                           "timestamps"_s = a.timestamp().array(), "emails"_s = a.email().array(),
                           "jsons"_s = a.json().array(), "phones"_s = a.phone().array(),
                           "urls"_s = a.url().array(), "ipAddresses"_s = a.ipAddress().array(),
                           "requiredItems"_s = a.string().required().array(),
                           "requiredList"_s = a.integer().array().required(),
                           "requiredBoth"_s = a.datetime().required().array().required()
    )
                          .authorization(allow.publicApiKey()),

    "DefaultScalar"_s =
        a.model(
             "anId"_s = a.id().defaultTo("an-id"),
             "aString"_s = a.string().defaultTo("hello world"),
             "anInteger"_s = a.integer().defaultTo(-42), "aFloat"_s = a.float_().defaultTo(3.25),
             "aBoolean"_s = a.boolean().defaultTo(true),
             "aDate"_s = a.date().defaultTo("2020-01-31"),
             "aTime"_s = a.time().defaultTo("10:00:00.000Z"),
             "aDatetime"_s = a.datetime().defaultTo("2020-01-31T00:00:00Z"),
             "aTimestamp"_s = a.timestamp().defaultTo(1577836800),
             "anEmail"_s = a.email().defaultTo("someone@example.com"),
             "aJson"_s = a.json().defaultTo("[1, 2]"),
             "aPhone"_s = a.phone().defaultTo("+14155552671"),
             "aUrl"_s = a.url().defaultTo("https://example.com/a?b=c"),
             "anIpAddress"_s = a.ipAddress().defaultTo("127.0.0.1"),
             "required"_s = a.string().required().defaultTo("given")
        )
            .authorization(allow.guest()),

    "Ticket"_s = a.model(
                      "title"_s = a.string().required(),
                      "status"_s = a.enumeration("OPEN", "IN_PROGRESS", "DONE"),
                      "priority"_s = a.enumeration("low", "high")
    )
                     .authorization(allow.authenticated(), allow.guest().to("read")),

    // One rule, narrowed.
    "OwnerNoDelete"_s =
        a.model("text"_s = a.string()).authorization(allow.owner().to("create", "read", "update")),
    "OwnerGetOnly"_s = a.model("text"_s = a.string()).authorization(allow.owner().to("get")),
    "ReadOnly"_s = a.model("text"_s = a.string()).authorization(allow.publicApiKey().to("read")),
    "GetOnly"_s = a.model("text"_s = a.string()).authorization(allow.authenticated().to("get")),
    "ListOnly"_s = a.model("text"_s = a.string()).authorization(allow.guest().to("list")),
    "ListenOnly"_s =
        a.model("text"_s = a.string()).authorization(allow.publicApiKey().to("listen")),
    "EveryField"_s = a.model("text"_s = a.string())
                         .authorization(allow.publicApiKey().to(
                             "create", "update", "delete", "get", "list", "listen"
                         )),
    "CreateOnly"_s =
        a.model("text"_s = a.string()).authorization(allow.authenticated().to("create")),
    "UpdateDelete"_s =
        a.model("text"_s = a.string()).authorization(allow.guest().to("update", "delete")),
    "OwnerListListen"_s =
        a.model("text"_s = a.string()).authorization(allow.owner().to("list", "listen")),

    // Several rules, each with operations of its own.
    "OwnerAndReaders"_s = a.model("text"_s = a.string())
                              .authorization(
                                  allow.owner(), allow.authenticated().to("read"),
                                  allow.publicApiKey().to("get", "list")
                              ),
    "EachItsOwn"_s =
        a.model("text"_s = a.string().required(), "category"_s = a.string())
            .authorization(
                allow.publicApiKey().to("get"), allow.guest().to("list"),
                allow.authenticated().to("create", "listen"), allow.owner().to("update", "delete")
            ),
    "AnyIdentity"_s =
        a.model("text"_s = a.string())
            .authorization(
                allow.owner(), allow.authenticated("identityPool"), allow.guest().to("get", "list")
            ),
    "SignedInIdentity"_s =
        a.model("text"_s = a.string())
            .authorization(allow.authenticated("identityPool").to("create", "read")),

    // Fields that Amplify would add, declared.
    "OwnKey"_s = a.model("id"_s = a.id().required(), "text"_s = a.string())
                     .authorization(allow.owner(), allow.publicApiKey().to("read")),
    "OwnFields"_s = a.model(
                         "owner"_s = a.string(), "createdAt"_s = a.datetime(),
                         "updatedAt"_s = a.datetime(), "text"_s = a.string()
    )
                        .authorization(allow.owner(), allow.publicApiKey())
);

using Schema = ClientSchema<schema>;

const auto data = defineData({
    .schema = schema,
    .authorizationModes =
        {
            .defaultAuthorizationMode = AuthorizationMode::userPool,
            .apiKeyAuthorizationMode = {.expiresInDays = 30},
        },
});

int main(int argc, char** argv) { return run(defineBackend(auth, data), argc, argv); }
