// expect-error: a mail address stands alone; the name goes to \.fromName
// SPDX-License-Identifier: Apache-2.0
#include <amplify/auth.hpp>

using namespace amplify;

const auto auth = defineAuth({
    .loginWith = {.email = true},
    .senders = {.email = SesSender{.fromEmail = "a@b.com"}},
});

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto misuse = defineAuth({
    .loginWith = {.email = true},
    .senders = {.email = SesSender{.fromEmail = "Me <a@b.com>"}},
});
#endif
