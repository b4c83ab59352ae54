// SPDX-License-Identifier: Apache-2.0
#include "auth/client.hpp"

#include <amplify/cfn/cognito.hpp>

#include <string_view>
#include <vector>

namespace amplify::cognito {
namespace {

using cdk::Str;

std::string_view name(OAuthScope scope) {
  switch (scope) {
    case OAuthScope::phone:
      return "phone";
    case OAuthScope::email:
      return "email";
    case OAuthScope::openid:
      return "openid";
    case OAuthScope::profile:
      return "profile";
    case OAuthScope::cognitoAdmin:
      return "aws.cognito.signin.user.admin";
  }
  return {};
}

std::vector<Str> scopes(const ExternalProviders& external) {
  // Clients read the list from the outputs; its order is Amplify's.
  if (!external.given)
    return {"profile", "phone", "email", "openid", "aws.cognito.signin.user.admin"};
  if (external.scopes.empty())
    return {"phone", "email", "openid", "profile", "aws.cognito.signin.user.admin"};
  std::vector<Str> names;
  for (const OAuthScope scope : external.scopes)
    names.emplace_back(name(scope));
  return names;
}

bool has_password(const LoginWith& login) { return login.email.isOn() || login.phone.isOn(); }

std::vector<Str> flows(const LoginWith& login) {
  std::vector<Str> flows;
  if (has_password(login)) flows = {"ALLOW_CUSTOM_AUTH", "ALLOW_USER_SRP_AUTH"};
  flows.emplace_back("ALLOW_REFRESH_TOKEN_AUTH");
  if (is_passwordless(login)) flows.emplace_back("ALLOW_USER_AUTH");
  return flows;
}

std::vector<Str> identity_providers(const LoginWith& login, const Providers& providers) {
  std::vector<Str> names;
  for (const auto& [name, resource] : providers.resources)
    names.emplace_back(resource.ref());
  if (has_password(login)) names.emplace_back("COGNITO");
  return names;
}

}  // namespace

cdk::Resource client(const Scope& scope, const cdk::Resource& pool, const Providers& providers) {
  const LoginWith& login = scope.props.loginWith;
  const ExternalProviders& external = login.externalProviders;
  return cfn::cognito::UserPoolClient{
      cdk::Construct(scope.construct, scope.id("UserPoolAppClient"), scope.where),
      "Resource",
      {
          .allowedOAuthFlows = {"code"},
          .allowedOAuthFlowsUserPoolClient = true,
          .allowedOAuthScopes = scopes(external),
          .callbackUrLs = external.given ? values(external.callbackUrls)
                                         : cdk::List<Str>{"https://example.com"},
          .explicitAuthFlows = flows(login),
          .logoutUrLs = values(external.logoutUrls),
          .preventUserExistenceErrors = "ENABLED",
          .supportedIdentityProviders = identity_providers(login, providers),
          .userPoolId = Str(pool.ref()),
      },
      {},
      scope.where
  };
}

}  // namespace amplify::cognito
