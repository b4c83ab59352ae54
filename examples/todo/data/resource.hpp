// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/backend.hpp>

using namespace amplify;

// clang-format off: a definition reads best with a line for each entry
// [schema]
inline constexpr auto schema = a.schema(
    "Todo"_s = a.model(
        "content"_s = a.string(),
        "isDone"_s = a.boolean().defaultTo(false)
    ).authorization(allow.publicApiKey())
);

using Schema = ClientSchema<schema>;
// [/schema]

// [data]
inline const auto data = defineData({
    .schema = schema,
    .authorizationModes = {
        .defaultAuthorizationMode = AuthorizationMode::apiKey,
        .apiKeyAuthorizationMode = {.expiresInDays = 30, .description = "todo key"},
    },
});
// [/data]
