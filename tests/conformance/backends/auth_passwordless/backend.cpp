// SPDX-License-Identifier: Apache-2.0
#include <amplify/backend.hpp>

using namespace amplify;

namespace {
const auto auth = defineAuth({
    .name = "members",
    .loginWith =
        {
            .email =
                EmailLogin{
                    .verificationEmailBody = "<p>Your code: <b>{code}</b></p>",
                    .verificationEmailSubject = "Prove your address",
                    .userInvitation =
                        {
                            .emailSubject = "Come in",
                            .emailBody = "You are {username}, your password is {code}",
                            .smsMessage = "{username}: {code}",
                        },
                    .otpLogin = true,
                },
            .phone = PhoneLogin{.verificationMessage = "{code} is your code", .otpLogin = true},
            .webAuthn = true,
        },
    .senders = {.sms = SnsSender{.snsRegion = "eu-west-1"}},
    .multifactor = {.mode = MultifactorMode::optional, .totp = true, .sms = true},
    .accountRecovery = AccountRecovery::emailAndPhoneWithoutMfa,
    .passwordlessOptions = {.preferredChallenge = Challenge::webAuthn},
});
}

int main(int argc, char** argv) { return run(defineBackend(auth), argc, argv); }
