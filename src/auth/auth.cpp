// SPDX-License-Identifier: Apache-2.0
#include "auth/auth.hpp"

#include "auth/access.hpp"
#include "auth/client.hpp"
#include "auth/groups.hpp"
#include "auth/identity_pool.hpp"
#include "auth/providers.hpp"
#include "auth/retention.hpp"
#include "auth/senders.hpp"
#include "auth/triggers.hpp"
#include "auth/user_pool.hpp"
#include "detail/screaming_snake.hpp"

#include <string>

namespace amplify::cognito {
namespace {

using cdk::Construct;
using cdk::Resource;
using cdk::ResourceMap;

AuthResources resources(
    const cdk::NestedStack& stack, const UserPoolWithClient& users, const Resource& identities,
    const Resource& attachment, const Roles& roles
) {
  return {
      .stack = stack,
      .userPool = users.pool,
      .userPoolClient = users.client,
      .identityPool = identities,
      .identityPoolRoleAttachment = attachment,
      .authenticatedUserIamRole = roles.authenticated,
      .unauthenticatedUserIamRole = roles.unauthenticated,
      .cfnResources =
          {
              .userPool = users.pool,
              .userPoolClient = users.client,
              .identityPool = identities,
              .identityPoolRoleAttachment = attachment,
              .authenticatedUserIamRole = roles.authenticated,
              .unauthenticatedUserIamRole = roles.unauthenticated,
              .userPoolGroups = ResourceMap(stack, "userPoolGroups"),
              .groupRoles = ResourceMap(stack, "groupRoles"),
              .identityProviders = ResourceMap(stack, "identityProviders"),
          },
  };
}

}  // namespace

AuthResources build(const cdk::NestedStack& stack, const defineAuth& auth, const Context& context) {
  const AuthProps& props = auth.props;
  const std::string name(props.name.empty() ? "amplifyAuth" : props.name.view());
  Construct construct(stack, name, auth.where);
  construct.addTag("amplify:friendly-name", name);
  const Scope scope{props, context, construct, auth.where};

  const Construct pool_construct(construct, scope.id("UserPool"), auth.where);
  const SenderResources senders = cognito::senders(scope, pool_construct);
  const Resource pool = user_pool(scope, pool_construct, senders);
  grant_triggers(scope, pool, senders.keyArn);
  const Providers providers = cognito::providers(scope, pool);
  const UserPoolWithClient users{pool, client(scope, pool, providers)};
  const Resource identities = identity_pool(scope, users, providers);
  const Roles roles{
      .authenticated = identity_role(scope, "authenticatedUserRole", "authenticated", identities),
      .unauthenticated =
          identity_role(scope, "unauthenticatedUserRole", "unauthenticated", identities),
  };
  const Resource attachment = role_attachment(scope, users, identities, roles);
  retain_everywhere(pool, props);
  retain_everywhere(identities, props);

  AuthResources made = resources(stack, users, identities, attachment, roles);
  AuthCfnResources& cfn = made.cfnResources;
  add_groups(scope, pool, identities, cfn);
  for (const auto& [provider, resource] : providers.resources)
    cfn.identityProviders.add(provider, resource);
  cfn.userPoolDomain = providers.domain;
  cfn.smsRole = senders.smsRole;
  cfn.customSenderKey = senders.key;
  grant_access(
      props.access,
      {.construct = construct,
       .id = pool.ref(),
       .arn = pool.getAtt("Arn"),
       .variable = detail::screaming_snake(name) + "_USERPOOL_ID"},
      context
  );
  return made;
}

}  // namespace amplify::cognito
