// expect-error: getPost `Post` has an operation of this name rename it, or disable the other in \.disableOperations\(\.\.\.\)
// expect-error: createPost `Post` has an operation of this name rename it, or disable the other in \.disableOperations\(\.\.\.\)
// expect-error: deleteTag `tag` has an operation of this name rename it, or disable the other in \.disableOperations\(\.\.\.\)
// expect-error: onUpdatePost `Post` has an operation of this name rename it, or disable the other in \.disableOperations\(\.\.\.\)
// expect-error: B\.index\(title\) its query `byTitle` is there already name it with \.queryField\(\.\.\.\)
// expect-error: C\.index\(title\) its query `getPost` is there already name it with \.queryField\(\.\.\.\)
// expect-error: D\.index\(title\) its query `search` is there already name it with \.queryField\(\.\.\.\)
// expect-error: E\.index\(title\) its query is there already name it with \.queryField\(\.\.\.\)
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;

constexpr auto query = a.query().returns(a.string()).handler(a.handler.function("x"));
constexpr auto mutation = a.mutation().returns(a.string()).handler(a.handler.function("x"));
constexpr auto post = a.model("title"_s = a.string());

constexpr auto schema =
#ifdef AMPLIFY_MUST_NOT_COMPILE
    a.schema(
         "Post"_s = post, "getPost"_s = query, "createPost"_s = mutation, "tag"_s = post,
         "deleteTag"_s = mutation,
         "onUpdatePost"_s = a.subscription()
                                .for_(a.ref("Post").mutations("update"))
                                .handler(a.handler.function("x")),
         "A"_s = post.secondaryIndexes(a.index("title").queryField("byTitle")),
         "B"_s = post.secondaryIndexes(a.index("title").queryField("byTitle")),
         "C"_s = post.secondaryIndexes(a.index("title").queryField("getPost")),
         "D"_s = post.secondaryIndexes(a.index("title").queryField("search")), "search"_s = query,
         "E"_s = post.secondaryIndexes(a.index("title")), "listEByTitle"_s = query
    )
        .authorization(allow.authenticated());
#else
    a.schema(
         "Post"_s = post.disableOperations("get", "mutations"), "getPost"_s = query,
         "createPost"_s = mutation, "updateTag"_s = mutation, "getPosts"_s = query,
         "deletePost"_s = query, "A"_s = post.secondaryIndexes(a.index("title")),
         "B"_s = post.secondaryIndexes(a.index("title")), "getlower"_s = query, "lower"_s = post
    )
        .authorization(allow.authenticated());
#endif
using Schema = ClientSchema<schema>;
