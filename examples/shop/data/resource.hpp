// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "schema.hpp"

#include <amplify/backend.hpp>

inline const auto data = defineData({
    .schema = schema,
    .authorizationModes = {.defaultAuthorizationMode = AuthorizationMode::userPool},
});
