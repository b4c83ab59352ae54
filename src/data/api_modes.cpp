// SPDX-License-Identifier: Apache-2.0
#include "data/api_modes.hpp"

#include <amplify/cdk/fn.hpp>

#include <vector>

namespace amplify::appsync {

using cdk::Json;

ApiModes::ApiModes(
    const ApiDefinition& api, const SignIn& sign_in,
    const std::optional<cdk::lambda::Function>& authorizer
)
    : api_(api), sign_in_(sign_in), authorizer_(authorizer) {}

Json ApiModes::additionalProviders() const {
  std::vector<Json> modes;
  for (const auto provider : additional_providers(api_)) {
    modes.push_back(Json::object({
        {"AuthenticationType", authentication_type(provider)},
        {"LambdaAuthorizerConfig", lambda(provider)},
        {"OpenIDConnectConfig", open_id_connect(provider)},
        {"UserPoolConfig", user_pool(provider, false)},
    }));
  }
  return Json::array(modes.data(), modes.size());
}

Json ApiModes::userPoolConfig() const { return user_pool(api_.defaultProvider, true); }
Json ApiModes::openIdConnectConfig() const { return open_id_connect(api_.defaultProvider); }
Json ApiModes::lambdaAuthorizerConfig() const { return lambda(api_.defaultProvider); }

/// AppSync has two forms of it, of which only that of the default mode has an action.
Json ApiModes::user_pool(ir::Provider provider, bool is_default) const {
  if (provider != ir::Provider::userPools) return {};
  return Json::object({
      {"AwsRegion", cdk::aws::region()},
      {"DefaultAction", is_default ? Json("ALLOW") : Json()},
      {"UserPoolId", sign_in_.userPoolId},
  });
}

Json ApiModes::open_id_connect(ir::Provider provider) const {
  if (provider != ir::Provider::oidc || !api_.oidc) return {};
  constexpr std::int64_t milliseconds = 1000;
  const auto& mode = *api_.oidc;
  return Json::object({
      {"AuthTTL", mode.tokenExpiryFromAuthInSeconds * milliseconds},
      {"ClientId", mode.clientId.empty() ? Json() : Json(mode.clientId)},
      {"IatTTL", mode.tokenExpireFromIssueInSeconds * milliseconds},
      {"Issuer", mode.oidcIssuerUrl},
  });
}

Json ApiModes::lambda(ir::Provider provider) const {
  if (provider != ir::Provider::function || !authorizer_) return {};
  return Json::object({
      {"AuthorizerResultTtlInSeconds", api_.lambda->timeToLiveInSeconds},
      {"AuthorizerUri", authorizer_->functionArn()},
  });
}

}  // namespace amplify::appsync
