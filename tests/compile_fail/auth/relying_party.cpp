// expect-error: a relying party is a domain as `example\.com`
// SPDX-License-Identifier: Apache-2.0
#include <amplify/auth.hpp>

using namespace amplify;

const auto auth = defineAuth({
    .loginWith = {.email = true, .webAuthn = WebAuthnLogin{.relyingPartyId = "localhost"}},
});

#ifdef AMPLIFY_MUST_NOT_COMPILE
const auto misuse = defineAuth({
    .loginWith = {.email = true, .webAuthn = WebAuthnLogin{.relyingPartyId = "example"}},
});
#endif
