// expect-error: Post the name is there twice rename or remove one of the two
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;

constexpr auto posts =
    a.schema(
         "Post"_s = a.model("title"_s = a.string(), "comments"_s = a.hasMany("Comment", "postId"))
    )
        .authorization(allow.owner());
constexpr auto comments =
    a.schema(
#ifdef AMPLIFY_MUST_NOT_COMPILE
         "Post"_s = a.model("title"_s = a.string()),
#endif
         "Comment"_s = a.model("postId"_s = a.id(), "post"_s = a.belongsTo("Post", "postId"))
    )
        .authorization(allow.guest());

constexpr auto schema = a.combine(posts, comments);
using Schema = ClientSchema<schema>;
