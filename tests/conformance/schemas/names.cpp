// SPDX-License-Identifier: Apache-2.0
#include "schemas/twin.hpp"

namespace {

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
    a.schema(
         "Category"_s = a.model("v"_s = a.string()), "Person"_s = a.model("v"_s = a.string()),
         "Sheep"_s = a.model("v"_s = a.string()), "Analysis"_s = a.model("v"_s = a.string()),
         "ABC"_s = a.model("v"_s = a.string()), "T"_s = a.model("v"_s = a.string()),
         "User2"_s = a.model("v"_s = a.string()),
         "Blog_Post"_s = a.model(
             "v"_s = a.string(), "_private"_s = a.string(), "camelCase"_s = a.integer(),
             "UPPER"_s = a.float_(), "x1"_s = a.boolean()
         ),
         "_Hidden"_s = a.model("v"_s = a.string()), "lower"_s = a.model("v"_s = a.string()),
         "camelCased"_s = a.model(
             "v"_s = a.string(), "state"_s = a.enumeration("ON", "OFF"),
             "place"_s = a.customType("x"_s = a.float_())
         ),
         "AVeryLongModelNameThatGoesOnAndOnForeverAndEver"_s = a.model("v"_s = a.string()),
         "ConnectionInput"_s = a.model("Type"_s = a.string(), "Query"_s = a.string())
                                   .secondaryIndexes(a.index("Type").sortKeys("Query")),
         "ask"_s = a.query()
                       .arguments("Input"_s = a.string(), "type"_s = a.integer())
                       .returns(a.string())
                       .authorization(allow.authenticated())
                       .handler(a.handler.function("f")),
         "Ask2"_s = a.mutation()
                        .returns(a.customType("a"_s = a.string()))
                        .authorization(allow.authenticated())
                        .handler(a.handler.function("f"))
    )
        .authorization(allow.authenticated());

const Twin twin("names", schema);

}  // namespace
