// expect-error: the text message needs `\{code\}` where the code goes
// SPDX-License-Identifier: Apache-2.0
#include <amplify/auth.hpp>

using namespace amplify;

const auto auth = defineAuth({
    .loginWith = {.email = true},
    .multifactor = {.mode = MultifactorMode::optional, .sms = SmsFactor{.smsMessage = "{code}"}},
});

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto misuse = defineAuth({
    .loginWith = {.email = true},
    .multifactor = {.mode = MultifactorMode::optional, .sms = SmsFactor{.smsMessage = "Welcome"}},
});
#endif
