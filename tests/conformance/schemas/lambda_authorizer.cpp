// SPDX-License-Identifier: Apache-2.0
#include "schemas/twin.hpp"

namespace {

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema = a.schema(
    "Custom"_s = a.model("v"_s = a.string(), "t"_s = a.customType("x"_s = a.string()))
                     .authorization(allow.custom()),
    "Reading"_s =
        a.model("v"_s = a.string()).authorization(allow.custom().to("read"), allow.publicApiKey()),
    "Users"_s = a.model("v"_s = a.string()).authorization(allow.authenticated()),
    "ask"_s = a.query()
                  .returns(a.string())
                  .authorization(allow.custom())
                  .handler(a.handler.function("ask")),
    "tell"_s = a.mutation()
                   .arguments("what"_s = a.string())
                   .returns(a.ref("Custom"))
                   .authorization(allow.custom(), allow.authenticated())
                   .handler(a.handler.custom({.entry = "./handler.js"}))
);

const Twin twin("lambda_authorizer", schema);

}  // namespace
