// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/auth.hpp>

#include <map>
#include <string>

namespace amplify::detail {

/// What other definitions need of a sign-in, wherever its resources are made.
struct SignIn {
  cdk::Any userPoolId{};
  cdk::Any identityPoolId{};
  /// Names of the identity pool's roles.
  cdk::Any authenticatedRole{};
  cdk::Any unauthenticatedRole{};
  /// Names of roles, by group.
  std::map<std::string, cdk::Any, std::less<>> groupRoles{};
};

SignIn sign_in(const AuthResources& auth);
SignIn sign_in(const ReferenceAuthProps& auth);

}  // namespace amplify::detail
