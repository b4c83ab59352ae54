// expect-error: InvalidResourceNameError: a name starts with a letter
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
