// expect-error: a text message has at most 140 characters
// SPDX-License-Identifier: Apache-2.0
#include <amplify/auth.hpp>

using namespace amplify;

const auto auth = defineAuth({
    .loginWith = {.phone = PhoneLogin{.verificationMessage = "Your code is {code}."}},
});

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto misuse = defineAuth({
    .loginWith =
        {
            .phone =
                PhoneLogin{
                    .verificationMessage =
                        "Your code is {code}. You get it because somebody, we hope you, has just opened "
                        "an account with us and given this number as their own. Welcome to all of it!"
                },
        },
});
#endif
