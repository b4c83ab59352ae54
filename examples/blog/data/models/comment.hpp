// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema.hpp>

using namespace amplify;

// clang-format off: a definition reads best with a line for each entry
inline constexpr auto Comment = a.model(
    "postId"_s  = a.id().required(),
    "post"_s    = a.belongsTo("Post", "postId"),
    "content"_s = a.string().required()
).authorization(
    allow.owner().to("create", "update", "delete", "read"),
    allow.authenticated().to("read"),
    allow.group("ADMINS").to("delete", "read")
);
