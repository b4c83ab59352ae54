// SPDX-License-Identifier: Apache-2.0
#include "schemas/twin.hpp"

namespace {

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
    a.schema(
         "ByText"_s =
             a.model("code"_s = a.string().required(), "v"_s = a.string()).identifier("code"),
         "ByNumber"_s =
             a.model("number"_s = a.integer().required(), "v"_s = a.string()).identifier("number"),
         "ByFloat"_s = a.model("x"_s = a.float_().required(), "y"_s = a.float_().required())
                           .identifier("x", "y"),
         "ByTime"_s = a.model(
                           "at"_s = a.timestamp().required(), "day"_s = a.date().required(),
                           "v"_s = a.string()
         )
                          .identifier("day", "at"),
         "ByOneSortKey"_s = a.model("owner"_s = a.id().required(), "email"_s = a.email().required())
                                .identifier("owner", "email"),
         "ByThree"_s = a.model(
                            "a"_s = a.id().required(), "b"_s = a.datetime().required(),
                            "c"_s = a.time().required(), "v"_s = a.json()
         )
                           .identifier("a", "b", "c"),
         "ByFour"_s = a.model(
                           "region"_s = a.string().required(), "shard"_s = a.integer().required(),
                           "host"_s = a.ipAddress().required(), "url"_s = a.url().required()
         )
                          .identifier("region", "shard", "host", "url"),
         "DeclaredId"_s = a.model("id"_s = a.id().required(), "v"_s = a.string()),
         "OptionalId"_s = a.model("id"_s = a.id(), "v"_s = a.string()),
         "TextId"_s = a.model("id"_s = a.string().required(), "v"_s = a.string()),
         "NumberId"_s = a.model("v"_s = a.string(), "id"_s = a.integer().required()),
         "IdAndSortKey"_s =
             a.model("id"_s = a.id().required(), "version"_s = a.integer().required())
                 .identifier("id", "version"),
         "IdIsNoKey"_s =
             a.model("id"_s = a.id(), "slug"_s = a.string().required()).identifier("slug"),
         "IdIsSortKey"_s = a.model("tenant"_s = a.string().required(), "id"_s = a.id().required())
                               .identifier("tenant", "id"),
         "IdAmongSortKeys"_s = a.model(
                                    "tenant"_s = a.string().required(), "id"_s = a.id().required(),
                                    "at"_s = a.datetime().required()
         )
                                   .identifier("tenant", "id", "at")
    )
        .authorization(allow.authenticated());

const Twin twin("identifiers", schema);

}  // namespace
