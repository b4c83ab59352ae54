// expect-error: EmailLogin[^a-z]* has no non-static data member named [^a-zA-Z]*verificationEmailSubjekt|did you mean 'verificationEmailSubject'
// SPDX-License-Identifier: Apache-2.0
#include <amplify/auth.hpp>

using namespace amplify;

const auto auth = defineAuth({
    .loginWith = {.email = EmailLogin{.verificationEmailSubject = "Hi"}},
});

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto misuse = defineAuth({
    .loginWith = {.email = EmailLogin{.verificationEmailSubjekt = "Hi"}},
});
#endif
