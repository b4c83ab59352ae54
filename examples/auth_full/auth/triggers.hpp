// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/function.hpp>

// What Cognito calls as users sign up and in. They stand in the stack `auth`, which calls them.

inline const auto createAuthChallenge = amplify::defineFunction({
    .name = "create-auth-challenge",
    .entry = "./create-auth-challenge/handler.ts",
});
inline const auto customMessage = amplify::defineFunction({
    .name = "custom-message",
    .entry = "./custom-message/handler.ts",
});
inline const auto defineAuthChallenge = amplify::defineFunction({
    .name = "define-auth-challenge",
    .entry = "./define-auth-challenge/handler.ts",
});
inline const auto postAuthentication = amplify::defineFunction({
    .name = "post-authentication",
    .entry = "./post-authentication/handler.ts",
});
inline const auto postConfirmation = amplify::defineFunction({
    .name = "post-confirmation",
    .entry = "./post-confirmation/handler.ts",
});
inline const auto preAuthentication = amplify::defineFunction({
    .name = "pre-authentication",
    .entry = "./pre-authentication/handler.ts",
});
inline const auto preSignUp = amplify::defineFunction({
    .name = "pre-sign-up",
    .entry = "./pre-sign-up/handler.ts",
});
inline const auto preTokenGeneration = amplify::defineFunction({
    .name = "pre-token-generation",
    .entry = "./pre-token-generation/handler.ts",
});
inline const auto userMigration = amplify::defineFunction({
    .name = "user-migration",
    .entry = "./user-migration/handler.ts",
});
inline const auto verifyAuthChallengeResponse = amplify::defineFunction({
    .name = "verify-auth-challenge",
    .entry = "./verify-auth-challenge/handler.ts",
});
