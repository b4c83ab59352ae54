// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/function_ref.hpp>

namespace amplify {

/// Functions that Cognito calls as users sign up and in. Their events and answers are in Cognito's
/// developer guide, "Customizing user pool workflows with Lambda triggers".
struct AuthTriggers {
  FunctionRef createAuthChallenge{};
  FunctionRef customMessage{};
  FunctionRef defineAuthChallenge{};
  FunctionRef postAuthentication{};
  FunctionRef postConfirmation{};
  FunctionRef preAuthentication{};
  FunctionRef preSignUp{};
  FunctionRef preTokenGeneration{};
  FunctionRef userMigration{};
  FunctionRef verifyAuthChallengeResponse{};
};

}  // namespace amplify
