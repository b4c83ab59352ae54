// expect-error: NumberAttribute[^a-z]* has no non-static data member named [^a-zA-Z]*maxLen|does not refer to any field in type .NumberAttribute
// SPDX-License-Identifier: Apache-2.0
#include <amplify/auth.hpp>

using namespace amplify;

const auto auth = defineAuth({
    .loginWith = {.email = true},
    .userAttributes = {.custom = {{"custom:age", NumberAttribute{.max = 3}}}},
});

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto misuse = defineAuth({
    .loginWith = {.email = true},
    .userAttributes = {.custom = {{"custom:age", NumberAttribute{.maxLen = 3}}}},
});
#endif
