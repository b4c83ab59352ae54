// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema.hpp>

using namespace amplify;

// clang-format off: a definition reads best with a line for each entry
inline constexpr auto Tag = a.model(
    "label"_s = a.string().required(),
    "posts"_s = a.hasMany("PostTag", "tagId")
).authorization(allow.group("EDITORS"), allow.authenticated().to("read"));

// Posts and tags are many-to-many.
inline constexpr auto PostTag = a.model(
    "postId"_s = a.id().required(),
    "tagId"_s  = a.id().required(),
    "post"_s   = a.belongsTo("Post", "postId"),
    "tag"_s    = a.belongsTo("Tag", "tagId")
).authorization(allow.group("EDITORS"), allow.authenticated().to("read"));
