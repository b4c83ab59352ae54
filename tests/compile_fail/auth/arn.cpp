// expect-error: an ARN starts with `arn:`
// SPDX-License-Identifier: Apache-2.0
#include <amplify/auth.hpp>

using namespace amplify;

const auto auth = defineAuth({
    .loginWith = {.email = true},
    .senders = {.sms = SnsSender{.externalId = "x", .snsCallerArn = "arn:aws:iam::1:role/texts"}},
});

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto misuse = defineAuth({
    .loginWith = {.email = true},
    .senders = {.sms = SnsSender{.externalId = "x", .snsCallerArn = "role/texts"}},
});
#endif
