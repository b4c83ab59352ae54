// SPDX-License-Identifier: Apache-2.0
#include "schemas/twin.hpp"

namespace {

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema = a.schema(
    "Guests"_s =
        a.model("v"_s = a.string(), "t"_s = a.ref("Thing")).authorization(allow.guest().to("read")),
    "Both"_s = a.model("v"_s = a.string(), "t"_s = a.customType("x"_s = a.string()))
                   .authorization(allow.guest().to("get"), allow.authenticated("identityPool")),
    "Users"_s = a.model("v"_s = a.string(), "t"_s = a.ref("Thing"))
                    .authorization(allow.authenticated().to("read"), allow.owner()),
    "Key"_s = a.model("v"_s = a.string()).authorization(allow.publicApiKey().to("list")),
    "Signed"_s = a.model("v"_s = a.string(), "many"_s = a.hasMany("Child", "signedId"))
                     .authorization(allow.authenticated("identityPool")),
    "Child"_s = a.model("signedId"_s = a.id(), "signed"_s = a.belongsTo("Signed", "signedId"))
                    .authorization(allow.guest().to("list")),
    "Thing"_s = a.customType("y"_s = a.integer())
);

const Twin twin("identity_pool", schema);

}  // namespace
