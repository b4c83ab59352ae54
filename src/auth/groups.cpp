// SPDX-License-Identifier: Apache-2.0
#include "auth/groups.hpp"

#include "auth/identity_pool.hpp"

#include <amplify/cfn/cognito.hpp>

#include <string>
#include <string_view>

namespace amplify::cognito {
namespace {

/// Part of a construct's id, which has no slashes.
std::string id_of(std::string_view group) {
  std::string id;
  for (const char c : group)
    id += c == '/' ? std::string("--") : std::string(1, c);
  return id;
}

}  // namespace

void add_groups(
    const Scope& scope, const cdk::Resource& pool, const cdk::Resource& identities,
    AuthCfnResources& resources
) {
  int precedence = 0;
  for (const GroupName& group : scope.props.groups) {
    const std::string name(group.view());
    if (resources.userPoolGroups.contains(name)) continue;  // reported by the checks
    const std::string id = id_of(name);
    const auto role = identity_role(scope, id + "GroupRole", "authenticated", identities);
    const cfn::cognito::UserPoolGroup made{
        scope.construct,
        scope.id(id + "Group"),
        {
            .groupName = name,
            .precedence = precedence++,
            .roleArn = role.getAtt("Arn"),
            .userPoolId = cdk::Str(pool.ref()),
        },
        {},
        scope.where
    };
    resources.userPoolGroups.add(name, made);
    resources.groupRoles.add(name, role);
  }
}

}  // namespace amplify::cognito
