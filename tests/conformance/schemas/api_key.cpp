// SPDX-License-Identifier: Apache-2.0
#include "schemas/twin.hpp"

namespace {

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema = a.schema(
    "Open"_s = a.model("v"_s = a.string(), "kids"_s = a.hasMany("Kid", "openId"))
                   .authorization(allow.publicApiKey()),
    "Kid"_s = a.model("openId"_s = a.id(), "open"_s = a.belongsTo("Open", "openId"))
                  .authorization(allow.publicApiKey().to("read")),
    "CreateOnly"_s = a.model("v"_s = a.string()).authorization(allow.publicApiKey().to("create"))
);

const Twin twin("api_key", schema);

}  // namespace
