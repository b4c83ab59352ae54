// SPDX-License-Identifier: Apache-2.0
#include "schemas/twin.hpp"

namespace {

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema = a.schema(
    "Staff"_s =
        a.model(
             "name"_s = a.string().authorization(allow.authenticated().to("read"), allow.owner()),
             "ssn"_s = a.string().authorization(allow.owner()),
             "salary"_s = a.float_().authorization(allow.group("HR"), allow.owner().to("read")),
             "level"_s = a.integer(),
             "tags"_s =
                 a.string().array().authorization(allow.publicApiKey().to("read"), allow.owner()),
             "status"_s = a.ref("Status").authorization(allow.owner().to("read", "update")),
             "boss"_s = a.belongsTo("Staff", "bossId").authorization(allow.owner()),
             "bossId"_s = a.id(),
             "reports"_s = a.hasMany("Staff", "bossId").authorization(allow.group("HR"))
        )
            .authorization(allow.authenticated().to("read"), allow.owner()),
    "Status"_s = a.enumeration("IN", "OUT"),
    "FieldOnlyOwner"_s =
        a.model(
             "v"_s = a.string().authorization(allow.ownerDefinedIn("writer")), "w"_s = a.string()
        )
            .authorization(allow.authenticated()),
    "EveryField"_s = a.model(
                          "a"_s = a.string().authorization(allow.publicApiKey()),
                          "b"_s = a.string().authorization(allow.guest().to("read"))
    )
                         .authorization(allow.authenticated()),
    "Deletable"_s =
        a.model(
             "a"_s = a.string().authorization(allow.owner().to("create", "read", "update")),
             "b"_s = a.string()
        )
            .authorization(allow.owner(), allow.group("Admin"))
);

const Twin twin("field_rules", schema);

}  // namespace
