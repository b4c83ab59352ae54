// SPDX-License-Identifier: Apache-2.0
#include <amplify/backend.hpp>

using namespace amplify;

namespace {
const auto auth = defineAuth({
    .loginWith =
        {
            .phone = true,
            .webAuthn =
                WebAuthnLogin{
                    .relyingPartyId = "app.example.com",
                    .userVerification = UserVerification::required,
                },
        },
    .senders =
        {.sms =
             SnsSender{
                 .externalId = "texts",
                 .snsCallerArn = "arn:aws:iam::111122223333:role/texts",
                 .snsRegion = "us-west-2",
             }},
    .userAttributes =
        {
            .birthdate = {.required = true, .mutable_ = false},
            .email = {.required = true, .mutable_ = false},
            .familyName = {.required = true},
            .gender = {},
            .givenName = {},
            .locale = {},
            .middleName = {},
            .fullname = {},
            .nickname = {},
            .profilePicture = {},
            .preferredUsername = {},
            .profilePage = {},
            .timezone = {},
            .lastUpdateTime = {},
            .website = {},
            .custom =
                {
                    {"custom:code", StringAttribute{.minLen = 2, .maxLen = 2048, .mutable_ = false}
                    },
                    {"custom:note", StringAttribute{.maxLen = 10}},
                    {"custom:plain", StringAttribute{}},
                    {"custom:age", NumberAttribute{.min = 13, .max = 120}},
                    {"custom:debt", NumberAttribute{.max = -1, .mutable_ = false}},
                    {"custom:points", NumberAttribute{}},
                    {"custom:vip", BooleanAttribute{.mutable_ = false}},
                    {"custom:since", DateTimeAttribute{}},
                },
        },
    .multifactor =
        {
            .mode = MultifactorMode::optional,
            .sms = SmsFactor{.smsMessage = "Second factor: {code}"},
        },
    .groups = {"Admins", "Staff"},
});
}

int main(int argc, char** argv) { return run(defineBackend(auth), argc, argv); }
