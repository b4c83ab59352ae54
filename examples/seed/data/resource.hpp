// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/backend.hpp>

using namespace amplify;

// clang-format off: a definition reads best with a line for each entry
// [schema]
inline constexpr auto schema = a.schema(
    "Post"_s = a.model(
        "title"_s = a.string().required(),
        "content"_s = a.string(),
        "published"_s = a.boolean().defaultTo(false)
    ).authorization(allow.owner())
);

using Schema = ClientSchema<schema>;
// [/schema]

// [data]
inline const auto data = defineData({
    .schema = schema,
    .authorizationModes = {.defaultAuthorizationMode = AuthorizationMode::userPool},
});
// [/data]
