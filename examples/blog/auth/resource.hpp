// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "post-confirmation/resource.hpp"

#include <amplify/backend.hpp>

inline const auto auth = amplify::defineAuth({
    .loginWith =
        {
            .email =
                amplify::EmailLogin{
                    .verificationEmailBody = "Use this code to confirm your account: {code}",
                    .verificationEmailSubject = "Welcome to the blog!",
                    .userInvitation =
                        {
                            .emailSubject = "You have been invited",
                            .emailBody =
                                "Login with username {username} and temporary password {code}",
                            .smsMessage = "{username} {code}",
                        },
                },
        },
    .userAttributes =
        {
            .preferredUsername = {.required = false, .mutable_ = true},
            .custom = {{"custom:displayName", amplify::StringAttribute{.minLen = 1, .maxLen = 60}}},
        },
    .groups = {"ADMINS", "EDITORS"},
    .triggers = {.postConfirmation = postConfirmation},
    .access = {amplify::allow.resource(postConfirmation).to("addUserToGroup")},
});
