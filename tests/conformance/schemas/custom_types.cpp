// SPDX-License-Identifier: Apache-2.0
#include "schemas/twin.hpp"

namespace {

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema = a.schema(
    "Address"_s = a.customType(
        "street"_s = a.string().required(), "geo"_s = a.ref("Geo"),
        "kind"_s = a.enumeration("HOME", "WORK")
    ),
    "Geo"_s = a.customType(
        "lat"_s = a.float_().required(), "lng"_s = a.float_().required(),
        "tags"_s = a.string().array()
    ),
    "Unused"_s = a.customType("x"_s = a.integer()),
    "Shared"_s = a.customType(
        "value"_s = a.json(),
        "inner"_s = a.customType("deep"_s = a.customType("at"_s = a.timestamp()))
    ),
    "Person"_s =
        a.model(
             "address"_s = a.ref("Address").required(), "addresses"_s = a.ref("Address").array(),
             "places"_s = a.ref("Geo").required().array().required(),
             "inline"_s = a.customType(
                 "a"_s = a.string().required(),
                 "b"_s = a.customType("c"_s = a.email().array().required())
             ),
             "shared"_s = a.ref("Shared")
        )
            .authorization(allow.owner()),
    "Place"_s = a.model("geo"_s = a.ref("Geo"), "again"_s = a.ref("Geo"))
                    .authorization(allow.publicApiKey()),
    "Visitor"_s = a.model("shared"_s = a.ref("Shared")).authorization(allow.guest().to("read"))
);

const Twin twin("custom_types", schema);

}  // namespace
