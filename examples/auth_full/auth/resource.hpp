// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/allow.hpp>
#include <amplify/auth.hpp>

#include "../functions/group-manager/resource.hpp"
#include "triggers.hpp"

// [providers]
inline const amplify::ExternalProviders providers{
    .google =
        {
            .clientId = amplify::secret("GOOGLE_ID"),
            .clientSecret = amplify::secret("GOOGLE_SECRET"),
            .scopes = {"email"},
            .attributeMapping =
                {
                    .email = "email",
                    .givenName = "given_name",
                    .custom = {{"custom:tenant", "hd"}},
                },
        },
    .facebook =
        {
            .clientId = amplify::secret("FB_ID"),
            .clientSecret = amplify::secret("FB_SECRET"),
            .apiVersion = "v17.0",
            .scopes = {"public_profile", "email"},
        },
    .loginWithAmazon =
        {
            .clientId = amplify::secret("LWA_ID"),
            .clientSecret = amplify::secret("LWA_SECRET"),
            .scopes = {"profile"},
        },
    .signInWithApple =
        {
            .clientId = amplify::secret("SIWA_ID"),
            .teamId = amplify::secret("SIWA_TEAM"),
            .keyId = amplify::secret("SIWA_KEY"),
            .privateKey = amplify::secret("SIWA_PK"),
            .scopes = {"name", "email"},
        },
    .oidc =
        {
            {
                .name = "MicrosoftEntraID",
                .clientId = amplify::secret("MS_ID"),
                .clientSecret = amplify::secret("MS_SECRET"),
                .issuerUrl = "https://login.example.com/tenant",
                .scopes = {"openid", "email"},
                .attributeRequestMethod = amplify::AttributeRequestMethod::post,
                .attributeMapping = {.email = "mail"},
            },
            {
                .name = "Second",
                .clientId = amplify::secret("OIDC2_ID"),
                .clientSecret = amplify::secret("OIDC2_SECRET"),
                .issuerUrl = "https://issuer2.example.com",
                .identifiers = {"two"},
                .endpoints =
                    {
                        .authorization = "https://issuer2.example.com/auth",
                        .token = "https://issuer2.example.com/token",
                        .userInfo = "https://issuer2.example.com/userinfo",
                        .jwksUri = "https://issuer2.example.com/jwks",
                    },
            },
        },
    .saml = {{
        .name = "CorpSaml",
        .metadata =
            {
                .metadataContent = "https://idp.example.com/metadata.xml",
                .metadataType = amplify::SamlMetadataType::url,
            },
        .identifiers = {"corp"},
        .idpSignout = true,
        .attributeMapping = {.email = "mail", .fullname = "cn"},
    }},
    .scopes =
        {amplify::OAuthScope::email, amplify::OAuthScope::openid, amplify::OAuthScope::profile,
         amplify::OAuthScope::cognitoAdmin},
    .callbackUrls = {"https://app.example.com/cb"},
    .logoutUrls = {"https://app.example.com/out"},
};
// [/providers]

// [auth]
inline const auto auth =
    amplify::defineAuth(
        {
            .loginWith =
                {
                    .email =
                        amplify::EmailLogin{
                            .verificationEmailStyle = amplify::VerificationEmailStyle::link,
                            .verificationEmailBody = "Click {link:here} to verify",
                            .verificationEmailSubject = "Confirm",
                        },
                    .phone = amplify::PhoneLogin{.verificationMessage = "Your code is {code}"},
                    .externalProviders = providers,
                },
            .senders =
                {
                    .email =
                        amplify::SesSender{
                            .fromEmail = "no-reply@example.com",
                            .fromName = "Example",
                            .replyTo = "help@example.com",
                        },
                },
            .userAttributes =
                {
                    .address = {.required = false, .mutable_ = true},
                    .birthdate = {.required = true, .mutable_ = false},
                    .familyName = {.required = true},
                    .gender = {},
                    .givenName = {.required = true, .mutable_ = true},
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
                            {"custom:tenant",
                             amplify::StringAttribute{.minLen = 1, .maxLen = 100, .mutable_ = false}
                            },
                            {"custom:age", amplify::NumberAttribute{.min = 13, .max = 120}},
                            {"custom:joined", amplify::DateTimeAttribute{}},
                            {"custom:vip", amplify::BooleanAttribute{}},
                            {"custom:plain", amplify::StringAttribute{}},
                        },
                },
            .multifactor =
                {
                    .mode = amplify::MultifactorMode::required,
                    .totp = true,
                    .sms = amplify::SmsFactor{.smsMessage = "MFA code {code}"},
                },
            .accountRecovery = amplify::AccountRecovery::phoneWithoutMfaAndEmail,
            .groups = {"Admins", "PowerUsers", "readers"},
            .triggers =
                {
                    .createAuthChallenge = createAuthChallenge,
                    .customMessage = customMessage,
                    .defineAuthChallenge = defineAuthChallenge,
                    .postAuthentication = postAuthentication,
                    .postConfirmation = postConfirmation,
                    .preAuthentication = preAuthentication,
                    .preSignUp = preSignUp,
                    .preTokenGeneration = preTokenGeneration,
                    .userMigration = userMigration,
                    .verifyAuthChallengeResponse = verifyAuthChallengeResponse,
                },
            .access =
                {
                    amplify::allow.resource(postConfirmation)
                        .to("addUserToGroup", "updateUserAttributes"),
                    amplify::allow.resource(groupManager)
                        .to("manageGroups", "manageUsers", "listUsers", "manageGroupMembership",
                            "managePasswordRecovery", "manageUserDevices"),
                },
        }
    );
// [/auth]
