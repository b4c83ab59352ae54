// expect-error: a subject has at most 140 characters
// SPDX-License-Identifier: Apache-2.0
#include <amplify/auth.hpp>

using namespace amplify;

const auto auth = defineAuth({
    .loginWith = {.email = EmailLogin{.verificationEmailSubject = "Hi"}},
});

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto misuse = defineAuth({
    .loginWith =
        {
            .email =
                EmailLogin{
                    .verificationEmailSubject =
                        "Please prove that this is your address by means of the code that you find "
                        "in this mail, so that we know that it is really you and not somebody else"
                },
        },
});
#endif
