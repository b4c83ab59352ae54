// expect-error: a follows no mutation add \.for_\(\.\.\.\), with a\.ref\(`Post`\)\.mutations\(`create`\) or another one
// expect-error: b follows no mutation add \.for_\(\.\.\.\), with a\.ref\(`Post`\)\.mutations\(`create`\) or another one
// expect-error: c\.for_ takes mutations write a\.ref\(\.\.\.\)
// expect-error: d\.for_ there is no mutation or model `Pots` did you mean `posts`\?
// expect-error: e\.for_ `Post` is a model: which of its mutations\? add \.mutations\(`create`, `update`, `delete`\)
// expect-error: f\.for_ `Post` is a model: which of its mutations\? add \.mutations\(`create`, `update`, `delete`\)
// expect-error: g\.for_ `delte` is no mutation did you mean `delete`\?
// expect-error: g\.for_ `list` is no mutation there are create, update and delete
// expect-error: h\.for_ `Post` disables `update` remove it here, or from \.disableOperations\(\.\.\.\)
// expect-error: i\.for_ \.mutations\(\.\.\.\) is for models, and `post` is a mutation remove \.mutations\(\.\.\.\)
// expect-error: j\.for_ `query` is no mutation follow a mutation, or those of a model
// expect-error: k\.for_ `Level` is no mutation follow a mutation, or those of a model
// expect-error: l\.for_ `post` and `posts` return different types follow mutations that return the same type
// expect-error: m\.for_ `post` and `text` return different types follow mutations that return the same type
// expect-error: n\.returns a subscription returns what its mutations return remove \.returns\(\.\.\.\)
// expect-error: o\.for_ a mutation is neither required nor a list remove that
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;

constexpr auto function = a.handler.function("ping");
constexpr auto subscription = a.subscription().handler(function);

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema(
         "a"_s = subscription, "b"_s = subscription.for_(), "c"_s = subscription.for_(a.string()),
         "d"_s = subscription.for_(a.ref("Pots").mutations("create")),
         "e"_s = subscription.for_(a.ref("Post")),
         "f"_s = subscription.for_(a.ref("Post").mutations()),
         "g"_s = subscription.for_(a.ref("Post").mutations("delte", "list")),
         "h"_s = subscription.for_(a.ref("Post").mutations("update")),
         "i"_s = subscription.for_(a.ref("post").mutations("create")),
         "j"_s = subscription.for_(a.ref("query")), "k"_s = subscription.for_(a.ref("Level")),
         "l"_s = subscription.for_(a.ref("post"), a.ref("posts")),
         "m"_s = subscription.for_(a.ref("post"), a.ref("text")),
         "n"_s = subscription.for_(a.ref("post")).returns(a.string()),
         "o"_s = subscription.for_(a.ref("post").required()),
         "Post"_s = a.model("title"_s = a.string()).disableOperations("update"),
         "Level"_s = a.enumeration("LOW"),
         "query"_s = a.query().returns(a.string()).handler(function),
         "post"_s = a.mutation().returns(a.ref("Post")).handler(function),
         "posts"_s = a.mutation().returns(a.ref("Post").array()).handler(function),
         "text"_s = a.mutation().returns(a.string()).handler(function)
    )
        .authorization(allow.authenticated());
#else
    a.schema(
         "a"_s = subscription.for_(a.ref("Post").mutations("create", "update", "delete")),
         "b"_s = subscription.for_(a.ref("Post").mutations("create"), a.ref("post")),
         "c"_s = subscription.for_(a.ref("text"), a.ref("other")).arguments("id"_s = a.id()),
         "Post"_s = a.model("title"_s = a.string()),
         "post"_s = a.mutation().returns(a.ref("Post")).handler(function),
         "text"_s = a.mutation().returns(a.string()).handler(function),
         "other"_s = a.mutation().returns(a.string().required()).handler(function)
    )
        .authorization(allow.authenticated());
#endif
using Schema = ClientSchema<schema>;
