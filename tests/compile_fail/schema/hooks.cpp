// expect-error(1): Post\.before names no operation name some, as in `create`, `update`
// expect-error(1): Post\.before `creat` is no operation that has hooks did you mean `create`\?
// expect-error(1): Post\.after `create` is listed twice remove one of the two
// expect-error(1): Post\.after the model disables `delete` remove it here, or from \.disableOperations\(\.\.\.\)
// expect-error(1): Post\.after the data source is the table of another model write a\.ref\(`Post`\), or the name of a data source
// expect-error(2): before\(\.\.\.\): takes a handler and operations
// expect-error(2): after\(\.\.\.\): takes a handler and operations
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;

constexpr auto f = a.handler.function("f");

constexpr auto schema =
#if AMPLIFY_MUST_NOT_COMPILE == 1
    a.schema(
         "Post"_s =
             a.model("a"_s = a.string())
                 .disableOperations("delete")
                 .before(f)
                 .before(f, "creat")
                 .after(f, "create", "create")
                 .after(f, "delete")
                 .after(a.handler.custom({.entry = "./f.js", .dataSource = a.ref("Note")}), "get"),
         "Note"_s = a.model("a"_s = a.string())
    )
        .authorization(allow.guest());
#elif AMPLIFY_MUST_NOT_COMPILE == 2
    a.schema("Post"_s = a.model("a"_s = a.string()).before(f, 1).after(f, nullptr))
        .authorization(allow.guest());
#else
    a.schema(
         "Post"_s =
             a.model("a"_s = a.string())
                 .before(f, "queries")
                 .before(f.async(), "create", "update", "delete")
                 .after(
                     a.handler.custom({.entry = "./f.js", .dataSource = a.ref("Post")}), "mutations"
                 )
    )
        .authorization(allow.guest());
#endif
using Schema = ClientSchema<schema>;
