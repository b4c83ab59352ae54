// expect-error: Cognito takes no group with spaces in its name
// SPDX-License-Identifier: Apache-2.0
#include <amplify/auth.hpp>

using namespace amplify;

const auto auth = defineAuth({
    .loginWith = {.email = true},
    .groups = {"PowerUsers"},
});

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto misuse = defineAuth({
    .loginWith = {.email = true},
    .groups = {"Power users"},
});
#endif
