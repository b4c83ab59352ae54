// expect-error: a domain prefix has no capital letters
// SPDX-License-Identifier: Apache-2.0
#include <amplify/auth.hpp>

using namespace amplify;

const auto auth = defineAuth({
    .loginWith = {.externalProviders = {.domainPrefix = "shop"}},
});

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto misuse = defineAuth({
    .loginWith = {.externalProviders = {.domainPrefix = "Shop"}},
});
#endif
