// expect-error: a custom attribute has 1 to 20 characters after `custom:`
// SPDX-License-Identifier: Apache-2.0
#include <amplify/auth.hpp>

using namespace amplify;

const auto auth = defineAuth({
    .loginWith = {.email = true},
    .userAttributes = {.custom = {{"custom:name", StringAttribute{}}}},
});

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto misuse = defineAuth({
    .loginWith = {.email = true},
    .userAttributes = {.custom = {{"custom:a_name_of_many_letters", StringAttribute{}}}},
});
#endif
