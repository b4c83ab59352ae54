// expect-error: a name has letters, digits, hyphens, underscores and spaces only
// SPDX-License-Identifier: Apache-2.0
#include <amplify/auth.hpp>

using namespace amplify;

const auto auth = defineAuth({
    .name = "my shop",
    .loginWith = {.email = true},
});

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto misuse = defineAuth({
    .name = "my.shop",
    .loginWith = {.email = true},
});
#endif
