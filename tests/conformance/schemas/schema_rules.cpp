// SPDX-License-Identifier: Apache-2.0
#include "schemas/twin.hpp"

namespace {

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
    a.schema(
         "Inherits"_s = a.model("v"_s = a.string()),
         "Overrides"_s = a.model("v"_s = a.string()).authorization(allow.publicApiKey()),
         "OnlyFields"_s =
             a.model("v"_s = a.string().authorization(allow.owner()), "w"_s = a.string()),
         "ask"_s = a.query().returns(a.string()).handler(a.handler.function("ask")),
         "askPublicly"_s = a.query()
                               .returns(a.string())
                               .authorization(allow.publicApiKey())
                               .handler(a.handler.function("ask")),
         "readAloud"_s =
             a.query().returns(a.ref("Line")).handler(a.handler.custom({.entry = "./handler.js"})),
         "Line"_s = a.customType("text"_s = a.string())
    )
        .authorization(allow.authenticated(), allow.group("Admin"));

const Twin twin("schema_rules", schema);

}  // namespace
