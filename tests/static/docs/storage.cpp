// SPDX-License-Identifier: Apache-2.0
// What docs/storage.md shows.
#include <amplify/backend.hpp>

using namespace amplify;

namespace by_path {
// [storage]
const auto makeThumbnail = defineFunction({.entry = "./make-thumbnail.ts"});

const auto photos = defineStorage({
    .name = "photos",
    .triggers = {.onUpload = makeThumbnail},
    .access =
        {
            {"public/*", {allow.guest().to("read"), allow.group("EDITORS").to("read", "write")}},
            {"albums/{entity_id}/*",
             {
                 allow.authenticated().to("read"),
                 allow.entity("identity").to("read", "write", "delete"),
             }},
            {"thumbnails/*", {allow.resource(makeThumbnail).to("write")}},
        },
});
// [/storage]
}  // namespace by_path

namespace options {
// [options]
const auto archive = defineStorage({
    .name = "archive",
    .versioned = true,
    .lifecycleRules = {{.expirationInDays = 365}},
    .encryptionKeyArn = "arn:aws:kms:eu-west-1:111122223333:key/archive",
});
// [/options]
}  // namespace options
