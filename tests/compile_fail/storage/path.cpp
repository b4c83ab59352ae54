// expect-error: InvalidStorageAccessPathError: a path is like `photos/\*`
// SPDX-License-Identifier: Apache-2.0
#include <amplify/allow.hpp>
#include <amplify/storage.hpp>

using namespace amplify;

const auto photos = defineStorage({
    .name = "photos",
    .access = {{"photos/{entity_id}/*", {allow.entity("identity").to("read")}}},
});

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto misuse = defineStorage({
    .name = "misuse",
    .access = {{"/photos", {allow.guest().to("read")}}},
});
#endif
