// expect-error: this URL starts with `https://`
// SPDX-License-Identifier: Apache-2.0
#include <amplify/auth.hpp>

using namespace amplify;

const auto auth = defineAuth({
    .loginWith = {.externalProviders = {.oidc = {{.issuerUrl = "https://example.com"}}}},
});

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto misuse = defineAuth({
    .loginWith = {.externalProviders = {.oidc = {{.issuerUrl = "example.com"}}}},
});
#endif
