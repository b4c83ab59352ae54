// SPDX-License-Identifier: Apache-2.0
// Rules with several parts, which Amplify doesn't have.
#include <amplify/backend.hpp>

using namespace amplify;
using namespace amplify::literals;

const auto auth =
    defineAuth({.loginWith = {.email = true}, .groups = {"Editors", "Auditors", "Admins"}});

constexpr auto tenant = allow.ownerDefinedIn("tenant").identityClaim("custom:tenant");

constexpr auto schema = a.schema(
    // What is asked of the caller alone, and one thing of the item; an index has the tenant's.
    "Report"_s =
        a.model("title"_s = a.string(), "tenant"_s = a.string())
            .secondaryIndexes(a.index("tenant").sortKeys("title").queryField("reportsByTenant"))
            .authorization(
                allow.all(tenant, allow.groups("Editors", "Auditors")),
                allow.group("Admins").to("read")
            ),
    // Two things of the item, with a relation to what asks for others.
    "Contract"_s = a.model(
                        "title"_s = a.string(), "tenant"_s = a.string(),
                        "clauses"_s = a.hasMany("Clause", "contractId")
    )
                       .secondaryIndexes(a.index("tenant").queryField("contractsByTenant"))
                       .authorization(allow.all(allow.owner(), tenant)),
    "Clause"_s =
        a.model(
             "text"_s = a.string(), "tenant"_s = a.string(), "teams"_s = a.string().array(),
             "contractId"_s = a.id(), "contract"_s = a.belongsTo("Contract", "contractId")
        )
            .authorization(allow.all(tenant, allow.groupsDefinedIn("teams"))),
    // The key has one part of what is asked.
    "Entry"_s = a.model(
                     "tenant"_s = a.string().required(), "number"_s = a.integer().required(),
                     "team"_s = a.string(), "amount"_s = a.float_()
    )
                    .identifier("tenant", "number")
                    .authorization(allow.all(tenant, allow.groupDefinedIn("team"))),
    // Nothing of the item.
    "Vote"_s =
        a.model("choice"_s = a.string())
            .authorization(
                allow.all(allow.group("Editors"), allow.group("Auditors")).to("create", "read")
            ),
    // On a field.
    "Note"_s =
        a.model(
             "text"_s = a.string(),
             "review"_s = a.string().authorization(allow.all(allow.owner(), allow.group("Editors")))
        )
            .authorization(allow.owner())
);

const auto data = defineData(
    {.schema = schema,
     .authorizationModes = {.defaultAuthorizationMode = AuthorizationMode::userPool}}
);

int main(int argc, char** argv) { return run(defineBackend(auth, data), argc, argv); }
