// SPDX-License-Identifier: Apache-2.0
#include "schemas/twin.hpp"

namespace {

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
    a.schema(
         "Both"_s = a.model(
             "createdAt"_s = a.datetime(), "updatedAt"_s = a.datetime(), "v"_s = a.string()
         ),
         "Required"_s = a.model(
             "v"_s = a.string(), "createdAt"_s = a.datetime().required(),
             "updatedAt"_s = a.datetime().required()
         ),
         "One"_s = a.model("v"_s = a.string(), "createdAt"_s = a.datetime()),
         "Key"_s = a.model("pk"_s = a.id().required(), "createdAt"_s = a.datetime().required())
                       .identifier("pk", "createdAt"),
         "Index"_s = a.model("v"_s = a.string(), "createdAt"_s = a.datetime())
                         .secondaryIndexes(a.index("v").sortKeys("createdAt"))
    )
        .authorization(allow.authenticated());

const Twin twin("timestamps", schema);

}  // namespace
