// SPDX-License-Identifier: Apache-2.0
// What docs/auth.md shows.
#include <amplify/backend.hpp>

using namespace amplify;

namespace messages {
// [messages]
const auto auth = defineAuth({
    .loginWith =
        {
            .email =
                EmailLogin{
                    .verificationEmailStyle = VerificationEmailStyle::link,
                    .verificationEmailBody = "<p>{link:Yes, this is my address}</p>",
                    .verificationEmailSubject = "Welcome to the shop",
                },
            .phone = PhoneLogin{.verificationMessage = "{code} is your code for the shop."},
        },
});
// [/messages]
}  // namespace messages

namespace passwordless {
// [passwordless]
const auto auth = defineAuth({
    .loginWith = {.email = EmailLogin{.otpLogin = true}, .webAuthn = true},
    .passwordlessOptions = {.preferredChallenge = Challenge::webAuthn},
});
// [/passwordless]
}  // namespace passwordless

namespace providers {
// [providers]
const auto auth = defineAuth({
    .loginWith =
        {
            .email = true,
            .externalProviders =
                {
                    .google =
                        {
                            .clientId = secret("GOOGLE_CLIENT_ID"),
                            .clientSecret = secret("GOOGLE_CLIENT_SECRET"),
                            .scopes = {"email"},
                            .attributeMapping = {.givenName = "given_name"},
                        },
                    .saml = {{
                        .name = "Corp",
                        .metadata = {.metadataContent = "https://idp.example.com/metadata.xml"},
                        .attributeMapping = {.email = "mail"},
                    }},
                    .callbackUrls = {"https://shop.example.com/", "http://localhost:3000/"},
                    .logoutUrls = {"https://shop.example.com/"},
                },
        },
});
// [/providers]
}  // namespace providers

namespace multifactor {
// [multifactor]
const auto auth = defineAuth({
    .loginWith = {.email = true},
    .multifactor =
        {
            .mode = MultifactorMode::optional,
            .totp = true,
            .sms = SmsFactor{.smsMessage = "{code} is your second factor."},
        },
});
// [/multifactor]
}  // namespace multifactor

namespace attributes {
// [attributes]
const auto auth = defineAuth({
    .loginWith = {.email = true},
    .userAttributes =
        {
            .birthdate = {.mutable_ = false},
            .fullname = {.required = true},
            .custom =
                {
                    {"custom:tenant", StringAttribute{.maxLen = 100, .mutable_ = false}},
                    {"custom:points", NumberAttribute{.min = 0}},
                },
        },
    .groups = {"ADMINS", "EDITORS"},
});
// [/attributes]
}  // namespace attributes

namespace functions {
// [functions]
const auto welcome = defineFunction({.name = "welcome", .entry = "./welcome.ts"});
const auto cleanUp = defineFunction({.name = "clean-up", .entry = "./clean-up.ts"});

const auto auth = defineAuth({
    .loginWith = {.email = true},
    .triggers = {.postConfirmation = welcome},
    .access = {allow.resource(cleanUp).to("listUsers", "deleteUser")},
});
// [/functions]
}  // namespace functions

namespace reference {
// [reference]
const auto auth = referenceAuth({
    .userPoolId = "us-east-1_AbCdEfGhI",
    .identityPoolId = "us-east-1:11111111-2222-3333-4444-555555555555",
    .userPoolClientId = "1a2b3c4d5e6f7g8h9i0j1k2l3m",
    .authRoleArn = "arn:aws:iam::111122223333:role/signed-in",
    .unauthRoleArn = "arn:aws:iam::111122223333:role/guest",
    .groups = {{"ADMINS", "arn:aws:iam::111122223333:role/admins"}},
});
// [/reference]
}  // namespace reference

int run_with_changes(int argc, char** argv);
int run_with_changes(int argc, char** argv) {
  using attributes::auth;
  // [resources]
  const auto backend = defineBackend(auth);
  backend[auth].userPoolClient.setProperty("RefreshTokenValidity", 90);
  backend[auth].cfnResources.groupRoles["ADMINS"].setProperty("MaxSessionDuration", 7200);
  return run(backend, argc, argv);
  // [/resources]
}
