// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema.hpp>

using namespace amplify;

// clang-format off: a definition reads best with a line for each entry
inline constexpr auto PostStatus = a.enumeration("DRAFT", "PUBLISHED", "ARCHIVED");

// [post]
inline constexpr auto Post = a.model(
    "title"_s         = a.string().required(),
    "slug"_s          = a.string().required(),
    "body"_s          = a.string().required(),
    "status"_s        = a.ref("PostStatus").required(),
    "publishedAt"_s   = a.datetime(),
    "likes"_s         = a.integer().defaultTo(0),
    "coverImageKey"_s = a.string(),
    "comments"_s      = a.hasMany("Comment", "postId"),
    "tags"_s          = a.hasMany("PostTag", "postId"),
    "authorId"_s      = a.id(),
    "author"_s        = a.belongsTo("Author", "authorId")
).secondaryIndexes(
    a.index("slug").queryField("postBySlug"),
    a.index("status").sortKeys("publishedAt").queryField("postsByStatus")
).authorization(
    allow.owner(),
    allow.groups("ADMINS"),
    allow.guest().to("read"),
    allow.authenticated().to("read")
);
// [/post]

inline constexpr auto likePost = a.mutation()
    .arguments("postId"_s = a.id().required())
    .returns(a.ref("Post"))
    .authorization(allow.authenticated())
    .handler(a.handler.custom({.entry = "../increment-like.js", .dataSource = a.ref("Post")}));
