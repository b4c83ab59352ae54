// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/scope.hpp"

#include <amplify/cfn/cognito.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace amplify::cognito {

/// External providers as resources, and what client and identity pool have to know of them.
struct Providers {
  /// By Cognito's name.
  std::vector<std::pair<std::string, cdk::Resource>> resources{};
  std::optional<cdk::Resource> domain{};
  /// Provider's domain -> client ID, for the identity pool.
  std::vector<cdk::Json::Entry> logins{};
};

/// Of each OIDC and SAML provider, in this order, the given one or the usual one.
std::vector<std::string> provider_names(const ExternalProviders& providers);

Providers providers(const Scope& scope, const cdk::Resource& pool);

}  // namespace amplify::cognito
