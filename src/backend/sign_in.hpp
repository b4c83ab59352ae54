// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/allow.hpp>
#include <amplify/auth.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace amplify::detail {

/// What other definitions need of a sign-in, wherever its resources are made.
struct SignIn {
  cdk::Any userPoolId{};
  cdk::Any userPoolClientId{};
  cdk::Any identityPoolId{};
  /// Names of the identity pool's roles.
  cdk::Any authenticatedRole{};
  cdk::Any unauthenticatedRole{};
  /// Names of roles, by group.
  std::map<std::string, cdk::Any, std::less<>> groupRoles{};
};

/// The name of the role of those whom a rule about guests, signed-in users or a group lets in; none
/// if the backend has no such role.
std::optional<cdk::Any> role_of(
    const std::optional<SignIn>& sign_in, strategy who, std::string_view group = {}
);

SignIn sign_in(const AuthResources& auth);
SignIn sign_in(const ReferenceAuthProps& auth);

}  // namespace amplify::detail
