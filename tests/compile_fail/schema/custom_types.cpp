// expect-error: Post\.place the type `PostPlace` exists already rename the field or the other type
// expect-error: Post\.place\.lat the field is declared twice remove or rename one of the two
// expect-error: Tree\.tree a value would have to hold another one of its type, without end remove \.required\(\)
// expect-error: A\.b a value would have to hold another one of its type, without end remove \.required\(\)
// expect-error: B\.a a value would have to hold another one of its type, without end remove \.required\(\)
// expect-error: C\.post `Post` is a model refer to an enum or custom type, or take its id
// expect-error: C\.posts only models are related take its id, as in a\.id\(\)
// expect-error: C\.a only fields of a model have rules remove \.authorization\(\.\.\.\)
// expect-error: C\.deep has no fields declare one, as in a\.string\(\)
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema(
        "Post"_s = a.model(
                        "place"_s = a.customType("lat"_s = a.float_(), "lat"_s = a.float_()),
                        "tree"_s = a.ref("Tree")
        )
                       .authorization(allow.owner()),
        "PostPlace"_s = a.customType("a"_s = a.string()),
        "Tree"_s = a.customType(
            "tree"_s = a.ref("Tree").required(), "trees"_s = a.ref("Tree").required().array(),
            "maybe"_s = a.ref("Tree")
        ),
        "A"_s = a.customType("b"_s = a.ref("B").required()),
        "B"_s = a.customType("a"_s = a.ref("A").required()),
        "C"_s = a.customType(
            "post"_s = a.ref("Post"), "posts"_s = a.hasMany("Post", "cId"),
            "a"_s = a.string().authorization(allow.owner()), "deep"_s = a.customType()
        )
    );
#else
    a.schema(
        "Post"_s = a.model("tree"_s = a.ref("Tree")).authorization(allow.owner()),
        "Tree"_s = a.customType(
            "trees"_s = a.ref("Tree").required().array().required(), "maybe"_s = a.ref("Tree"),
            "and"_s = a.string()
        )
    );
#endif
using Schema = ClientSchema<schema>;
