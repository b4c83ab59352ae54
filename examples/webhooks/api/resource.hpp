// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/api.hpp>

#include "../functions/health/resource.hpp"
#include "../functions/receive/resource.hpp"

// [api]
inline const auto webhooks = amplify::defineHttpApi({
    .name = "webhooks",
    .routes =
        {
            // Senders sign what they send: the function checks that.
            {"POST /hooks/{source}", receive, {}, amplify::ApiAuthorizer::none()},
            {"GET /health", health, {}, amplify::ApiAuthorizer::none()},
        },
    .throttle = {.rateLimit = 50, .burstLimit = 100},
    .accessLogs = {.enabled = true, .retentionInDays = 30},
});
// [/api]
