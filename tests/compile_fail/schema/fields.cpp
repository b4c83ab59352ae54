// expect-error: Post\. a field has no name name it
// expect-error: Post\.a-b no name in GraphQL use letters, digits and _, and start with a letter or _
// expect-error: Post\.__a names that start with __ belong to GraphQL rename the field
// expect-error: Post\.title the field is declared twice remove or rename one of the two
// expect-error: Post\.and every filter has `and` already rename the field
// expect-error: Post\.createdAt the API keeps a date and time here write a\.datetime\(\), leave `createdAt` out, or rename it
// expect-error: Post\.updatedAt the API keeps a date and time here write a\.datetime\(\), leave `updatedAt` out, or rename it
// expect-error: Post\.b \.required\(\.\.\.\) is called twice call it once before \.array\(\), once after it
// expect-error: Post\.c \.array\(\.\.\.\) is called twice call it once
// expect-error: Post\.d \.required\(\.\.\.\) is called twice call it once before \.array\(\), once after it
// expect-error: Post\.e \.mutations\(\.\.\.\) is for the mutations that set off a subscription remove it
// expect-error: Post\.f the schema has no `Stauts` did you mean `Status`\?
// expect-error: Post\.g the schema has no `Color` declare it, as in `Color`_s = a\.enumeration\(\.\.\.\) or a\.customType\(\.\.\.\)
// expect-error: Post\.h `Note` is a model write a\.belongsTo\(\.\.\.\), a\.hasOne\(\.\.\.\) or a\.hasMany\(\.\.\.\)
// expect-error: Post\.i `ping` is an operation refer to an enum or custom type
// expect-error: Post\.j only scalars have a default remove \.defaultTo\(\.\.\.\)
// expect-error: Post\.k only texts and numbers are validated remove \.validate\(\.\.\.\)
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema(
        "Post"_s =
            a.model(
                 ""_s = a.string(), "a-b"_s = a.string(), "__a"_s = a.string(),
                 "title"_s = a.string(), "title"_s = a.integer(), "and"_s = a.string(),
                 "createdAt"_s = a.string(), "updatedAt"_s = a.datetime().array(),
                 "b"_s = a.string().required().required(), "c"_s = a.string().array().array(),
                 "d"_s = a.string().array().required().required(),
                 "e"_s = a.string().mutations("create"), "f"_s = a.ref("Stauts"),
                 "g"_s = a.ref("Color"), "h"_s = a.ref("Note"), "i"_s = a.ref("ping"),
                 "j"_s = a.ref("Status").defaultTo("LIVE"),
                 "k"_s = a.ref("Status").validate(a.minLength(3))
            )
                .authorization(allow.owner()),
        "Status"_s = a.enumeration("LIVE"),
        "Note"_s = a.model("title"_s = a.string()).authorization(allow.owner()),
        "ping"_s = a.query()
                       .returns(a.string())
                       .handler(a.handler.function("ping"))
                       .authorization(allow.authenticated())
    );
#else
    a.schema(
        "Post"_s = a.model(
                        "createdAt"_s = a.datetime().required(), "updatedAt"_s = a.datetime(),
                        "c"_s = a.string().required().array().required(),
                        "status"_s = a.ref("Status").required().array()
        )
                       .authorization(allow.owner()),
        "Status"_s = a.enumeration("LIVE")
    );
#endif
using Schema = ClientSchema<schema>;
