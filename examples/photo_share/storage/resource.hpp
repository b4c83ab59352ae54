// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/allow.hpp>
#include <amplify/storage.hpp>

#include "../functions/make-thumbnail/resource.hpp"

// [storage]
inline const auto photos = amplify::defineStorage({
    .name = "photos",
    .triggers = {.onUpload = makeThumbnail},
    .access =
        {
            {"albums/{entity_id}/*",
             {
                 amplify::allow.entity("identity").to("read", "write", "delete"),
                 amplify::allow.authenticated().to("read"),
                 amplify::allow.group("MODERATORS").to("read", "delete"),
                 amplify::allow.resource(makeThumbnail).to("get"),
             }},
            {"thumbnails/*",
             {
                 amplify::allow.guest().to("get"),
                 amplify::allow.authenticated().to("read"),
                 amplify::allow.resource(makeThumbnail).to("write"),
             }},
            {"thumbnails/hidden/*", {amplify::allow.group("MODERATORS").to("read", "write")}},
        },
});
// [/storage]
