// SPDX-License-Identifier: Apache-2.0
#include "schemas/twin.hpp"

namespace {

using namespace amplify;
using namespace amplify::literals;

constexpr auto people = a.schema(
                             "Person"_s = a.model("name"_s = a.string(), "home"_s = a.ref("Home")),
                             "Home"_s = a.customType("city"_s = a.string())
)
                            .authorization(allow.owner());

constexpr auto places =
    a.schema(
         "Place"_s = a.model("name"_s = a.string(), "rooms"_s = a.hasMany("Room", "placeId")),
         "Room"_s = a.model(
             "placeId"_s = a.id(), "place"_s = a.belongsTo("Place", "placeId"),
             "size"_s = a.enumeration("S", "L")
         ),
         "nearest"_s = a.query().returns(a.ref("Place")).handler(a.handler.function("f"))
    )
        .authorization(allow.publicApiKey());

constexpr auto logs = a.schema(
    "Log"_s = a.model("line"_s = a.string()).authorization(allow.group("Admin")),
    "write"_s = a.mutation()
                    .arguments("line"_s = a.string())
                    .returns(a.string())
                    .authorization(allow.group("Admin"))
                    .handler(a.handler.function("f"))
);

constexpr auto schema = a.combine(people, places, logs);

const Twin twin("combined", schema);

}  // namespace
