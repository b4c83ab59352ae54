// expect-error: a custom attribute is called as clients call it: `custom:tenant`
// SPDX-License-Identifier: Apache-2.0
#include <amplify/auth.hpp>

using namespace amplify;

const auto auth = defineAuth({
    .loginWith = {.email = true},
    .userAttributes = {.custom = {{"custom:tenant", StringAttribute{}}}},
});

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto misuse = defineAuth({
    .loginWith = {.email = true},
    .userAttributes = {.custom = {{"tenant", StringAttribute{}}}},
});
#endif
