// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/backend.hpp>

inline const auto storage = amplify::defineStorage({
    .name = "blogMedia",
    .access =
        {
            {"covers/*",
             {
                 amplify::allow.guest().to("read"),
                 amplify::allow.authenticated().to("read"),
                 amplify::allow.groups("EDITORS", "ADMINS").to("read", "write", "delete"),
             }},
            {"avatars/{entity_id}/*",
             {
                 amplify::allow.guest().to("get"),
                 amplify::allow.authenticated().to("get", "list"),
                 amplify::allow.entity("identity").to("read", "write", "delete"),
             }},
        },
});
