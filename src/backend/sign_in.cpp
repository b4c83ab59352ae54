// SPDX-License-Identifier: Apache-2.0
#include "backend/sign_in.hpp"

#include <amplify/cdk/fn.hpp>

#include <string_view>

namespace amplify::detail {
namespace {

cdk::Any literal(std::string_view text) { return cdk::fn::concat({text}); }

/// The name in `arn:aws:iam::111122223333:role/path/name`.
cdk::Any role_name(const Arn& role) {
  const std::string_view arn = role.view();
  return literal(arn.substr(arn.rfind('/') + 1));
}

}  // namespace

std::optional<cdk::Any> role_of(
    const std::optional<SignIn>& sign_in, strategy who, std::string_view group
) {
  if (!sign_in) return {};
  if (who == strategy::guest) return sign_in->unauthenticatedRole;
  if (who == strategy::authenticated) return sign_in->authenticatedRole;
  if (who != strategy::groups) return {};
  const auto found = sign_in->groupRoles.find(group);
  if (found == sign_in->groupRoles.end()) return {};
  return found->second;
}

SignIn sign_in(const AuthResources& auth) {
  SignIn values{
      .userPoolId = auth.userPool.ref(),
      .userPoolClientId = auth.userPoolClient.ref(),
      .identityPoolId = auth.identityPool.ref(),
      .authenticatedRole = auth.authenticatedUserIamRole.ref(),
      .unauthenticatedRole = auth.unauthenticatedUserIamRole.ref(),
  };
  for (const auto& [group, role] : auth.cfnResources.groupRoles)
    values.groupRoles.emplace(group, role.ref());
  return values;
}

SignIn sign_in(const ReferenceAuthProps& auth) {
  SignIn values{
      .userPoolId = literal(auth.userPoolId),
      .userPoolClientId = literal(auth.userPoolClientId),
      .identityPoolId = literal(auth.identityPoolId),
      .authenticatedRole = role_name(auth.authRoleArn),
      .unauthenticatedRole = role_name(auth.unauthRoleArn),
  };
  for (const ReferencedGroup& group : auth.groups)
    values.groupRoles.emplace(group.name.view(), role_name(group.roleArn));
  return values;
}

}  // namespace amplify::detail
