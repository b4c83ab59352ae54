// expect-error: a redirect URL is absolute
// SPDX-License-Identifier: Apache-2.0
#include <amplify/auth.hpp>

using namespace amplify;

const auto auth = defineAuth({
    .loginWith = {.externalProviders = {.callbackUrls = {"myapp://in"}}},
});

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto misuse = defineAuth({
    .loginWith = {.externalProviders = {.callbackUrls = {"/in"}}},
});
#endif
