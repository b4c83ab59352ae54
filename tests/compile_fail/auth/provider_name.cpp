// expect-error: a provider's name has 3 to 32 characters
// SPDX-License-Identifier: Apache-2.0
#include <amplify/auth.hpp>

using namespace amplify;

const auto auth = defineAuth({
    .loginWith = {.externalProviders = {.oidc = {{.name = "Mine"}}}},
});

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto misuse = defineAuth({
    .loginWith = {.externalProviders = {.oidc = {{.name = "Me"}}}},
});
#endif
