// SPDX-License-Identifier: Apache-2.0
#pragma once

// [schema]
#include "models/author.hpp"
#include "models/comment.hpp"
#include "models/post.hpp"
#include "models/tag.hpp"

inline constexpr auto schema = a.schema(
    "PostStatus"_s = PostStatus, "Post"_s = Post, "Comment"_s = Comment, "Author"_s = Author,
    "Avatar"_s = Avatar, "Tag"_s = Tag, "PostTag"_s = PostTag, "likePost"_s = likePost
);

using Schema = ClientSchema<schema>;
// [/schema]
