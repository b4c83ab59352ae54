// expect-error: Cognito takes no domain prefix with
// SPDX-License-Identifier: Apache-2.0
#include <amplify/auth.hpp>

using namespace amplify;

const auto auth = defineAuth({
    .loginWith = {.externalProviders = {.domainPrefix = "my-shop"}},
});

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto misuse = defineAuth({
    .loginWith = {.externalProviders = {.domainPrefix = "my-aws-shop"}},
});
#endif
