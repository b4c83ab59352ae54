// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema.hpp>

using namespace amplify;

// clang-format off: a definition reads best with a line for each entry
inline constexpr auto Author = a.model(
    "name"_s    = a.string().required(),
    "bio"_s     = a.string(),
    "email"_s   = a.email().authorization(allow.owner(), allow.group("ADMINS")),
    "website"_s = a.url(),
    "posts"_s   = a.hasMany("Post", "authorId"),
    "avatar"_s  = a.hasOne("Avatar", "authorId")
).authorization(allow.owner(), allow.authenticated().to("read"));

inline constexpr auto Avatar = a.model(
    "key"_s      = a.string().required(),
    "authorId"_s = a.id(),
    "author"_s   = a.belongsTo("Author", "authorId")
).authorization(allow.owner(), allow.authenticated().to("read"));
