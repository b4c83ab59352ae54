// SPDX-License-Identifier: Apache-2.0
#include "schemas/twin.hpp"

namespace {

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema = a.schema(
    "Post"_s = a.model("title"_s = a.string()).authorization(allow.owner()),
    "Kind"_s = a.enumeration("X", "Y"),
    "Result"_s = a.customType(
        "ok"_s = a.boolean().required(), "part"_s = a.ref("Part").array(), "kind"_s = a.ref("Kind")
    ),
    "Part"_s = a.customType("n"_s = a.integer(), "last"_s = a.ref("Last")),
    "Last"_s = a.customType("at"_s = a.datetime()),
    "Filter"_s = a.customType(
        "from"_s = a.date(), "part"_s = a.ref("Part"),
        "kinds"_s = a.ref("Kind").required().array().required()
    ),
    "text"_s = a.query()
                   .returns(a.string().required())
                   .authorization(allow.authenticated())
                   .handler(a.handler.function("f")),
    "texts"_s = a.query()
                    .returns(a.string().required().array())
                    .authorization(allow.publicApiKey())
                    .handler(a.handler.function("f")),
    "kind"_s = a.query()
                   .returns(a.ref("Kind"))
                   .authorization(allow.guest())
                   .handler(a.handler.function("f")),
    "inlineKind"_s = a.query()
                         .returns(a.enumeration("P", "Q"))
                         .authorization(allow.authenticated("identityPool"))
                         .handler(a.handler.function("f")),
    "posts"_s = a.query()
                    .returns(a.ref("Post").array())
                    .authorization(allow.group("Admin"))
                    .handler(a.handler.function("f")),
    "result"_s = a.query()
                     .arguments(
                         "filter"_s = a.ref("Filter").required(), "parts"_s = a.ref("Part").array(),
                         "kind"_s = a.ref("Kind"), "at"_s = a.datetime().array()
                     )
                     .returns(a.ref("Result").required())
                     .authorization(allow.groups("Admin", "Editor"), allow.publicApiKey())
                     .handler(a.handler.function("f")),
    "inline"_s =
        a.mutation()
            .arguments(
                "mode"_s = a.enumeration("FAST", "SLOW"),
                "box"_s = a.customType(
                    "w"_s = a.float_().required(), "corner"_s = a.customType("x"_s = a.integer()),
                    "unit"_s = a.enumeration("CM", "IN")
                ),
                "id"_s = a.id().required()
            )
            .returns(a.customType(
                "area"_s = a.float_(), "unit"_s = a.enumeration("CM2"),
                "detail"_s = a.customType("note"_s = a.string())
            ))
            .authorization(allow.authenticated())
            .handler(a.handler.function("f")),
    "chain"_s =
        a.mutation()
            .arguments("a"_s = a.json(), "b"_s = a.ref("Filter"))
            .returns(a.json())
            .authorization(allow.authenticated(), allow.guest())
            .handler(
                a.handler.function("one"), a.handler.function("two"), a.handler.function("three")
            )
);

const Twin twin("functions", schema);

}  // namespace
