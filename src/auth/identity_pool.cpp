// SPDX-License-Identifier: Apache-2.0
#include "auth/identity_pool.hpp"

#include "auth/retention.hpp"

#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/iam.hpp>
#include <amplify/cfn/cognito.hpp>

namespace amplify::cognito {
namespace {

using cdk::Any;
using cdk::Json;
using cdk::Str;

/// The user pool as the identity pool knows it.
Any provider_name(const cdk::Resource& pool) {
  return cdk::fn::concat({"cognito-idp.", cdk::aws::region(), ".amazonaws.com/", pool.ref()});
}

}  // namespace

cdk::Resource identity_pool(
    const Scope& scope, const UserPoolWithClient& users, const Providers& providers
) {
  using cfn::cognito::IdentityPool;
  return IdentityPool{
      scope.construct,
      scope.id("IdentityPool"),
      {
          .allowUnauthenticatedIdentities = cdk::Bool(true),
          .cognitoIdentityProviders =
              {{.clientId = Str(users.client.ref()), .providerName = Str(provider_name(users.pool))}
              },
          .supportedLoginProviders = Json::object(providers.logins.data(), providers.logins.size()),
      },
      retention(scope.props),
      scope.where
  };
}

cdk::Resource identity_role(
    const Scope& scope, std::string_view id, std::string_view kind, const cdk::Resource& identities
) {
  const Json when = Json::object({
      {"StringEquals", Json::object({{"cognito-identity.amazonaws.com:aud", identities.ref()}})},
      {"ForAnyValue:StringLike", Json::object({{"cognito-identity.amazonaws.com:amr", kind}})},
  });
  const cdk::iam::FederatedPrincipal identity("cognito-identity.amazonaws.com", when);
  return cdk::iam::Role(scope.construct, scope.id(id), {.assumedBy = {identity}}, scope.where)
      .resource();
}

cdk::Resource role_attachment(
    const Scope& scope, const UserPoolWithClient& users, const cdk::Resource& identities,
    const Roles& roles
) {
  const Any provider = cdk::fn::concat({provider_name(users.pool), ":", users.client.ref()});
  return cfn::cognito::IdentityPoolRoleAttachment{
      scope.construct,
      scope.id("IdentityPoolRoleAttachment"),
      {
          .identityPoolId = Str(identities.ref()),
          .roleMappings =
              {{"UserPoolWebClientRoleMapping",
                {.ambiguousRoleResolution = "AuthenticatedRole",
                 .identityProvider = provider,
                 .type = Str("Token")}}},
          .roles =
              {{"authenticated", roles.authenticated.getAtt("Arn")},
               {"unauthenticated", roles.unauthenticated.getAtt("Arn")}},
      },
      {},
      scope.where
  };
}

}  // namespace amplify::cognito
