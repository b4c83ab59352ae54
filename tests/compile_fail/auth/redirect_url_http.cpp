// expect-error: `http://` is for localhost alone
// SPDX-License-Identifier: Apache-2.0
#include <amplify/auth.hpp>

using namespace amplify;

const auto auth = defineAuth({
    .loginWith = {.externalProviders = {.logoutUrls = {"http://localhost:3000"}}},
});

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto misuse = defineAuth({
    .loginWith = {.externalProviders = {.logoutUrls = {"http://example.com"}}},
});
#endif
