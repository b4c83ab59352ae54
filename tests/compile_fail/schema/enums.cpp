// expect-error(1): Post\.a the enum has no values write them, as in a\.enumeration\(`DRAFT`, `LIVE`\)
// expect-error(1): Post\.b `A` is listed twice remove one of the two
// expect-error(1): Post\.c `A B` is no name in GraphQL use letters, digits and _, and start with a letter or _
// expect-error(1): Post\.c `true` means something else in GraphQL write it in capitals
// expect-error(1): Post\.status the type `PostStatus` exists already rename the field or the other type
// expect-error(1): PostStatus `a-b` is no name in GraphQL use letters, digits and _, and start with a letter or _
// expect-error(2): required\(\): a type declared in a field has no modifiers; declare it in the schema and write a\.ref\("Status"\)\.required\(\)
// expect-error(3): array\(\): a type declared in a field has no modifiers; declare it in the schema and write a\.ref\("Status"\)\.array\(\)
// expect-error(4): defaultTo\(x\): enums and custom types have no default; remove \.defaultTo\(x\)
// expect-error(5): a\.enumeration\(\.\.\.\): the values are strings, as in a\.enumeration\("DRAFT", "LIVE"\)
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;

constexpr auto schema =
#if AMPLIFY_MUST_NOT_COMPILE == 1
    a.schema(
        "Post"_s = a.model(
                        "a"_s = a.enumeration(), "b"_s = a.enumeration("A", "B", "A"),
                        "c"_s = a.enumeration("A B", "true"), "status"_s = a.enumeration("A")
        )
                       .authorization(allow.owner()),
        "PostStatus"_s = a.enumeration("LIVE", "a-b")
    );
#elif AMPLIFY_MUST_NOT_COMPILE == 2
    a.schema(
        "Post"_s = a.model("a"_s = a.enumeration("A").required()).authorization(allow.owner())
    );
#elif AMPLIFY_MUST_NOT_COMPILE == 3
    a.schema("Post"_s = a.model("a"_s = a.enumeration("A").array()).authorization(allow.owner()));
#elif AMPLIFY_MUST_NOT_COMPILE == 4
    a.schema(
        "Post"_s = a.model("a"_s = a.enumeration("A").defaultTo("A")).authorization(allow.owner())
    );
#elif AMPLIFY_MUST_NOT_COMPILE == 5
    a.schema("Post"_s = a.model("a"_s = a.enumeration("A", 2)).authorization(allow.owner()));
#else
    a.schema(
        "Post"_s = a.model("a"_s = a.enumeration("A", "a", "_1")).authorization(allow.owner())
    );
#endif
using Schema = ClientSchema<schema>;
