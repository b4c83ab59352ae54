// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/data.hpp>
#include <amplify/error.hpp>
#include <amplify/schema/definition.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace amplify::appsync {

/// An API as plain data, with every default resolved: what its constructs are made from.
struct ApiDefinition {
  std::string name{};
  ir::Definition schema{};
  ir::Provider defaultProvider = ir::Provider::apiKey;
  struct ApiKey {
    int expiresInDays = 0;
    std::string description{};
  };
  std::optional<ApiKey> apiKey{};
  std::optional<LambdaAuthorizationMode> lambda{};
  std::optional<OidcAuthorizationMode> oidc{};
  std::optional<DataLogConfig> logging{};
  /// Whether the backend has a user pool and an identity pool.
  bool signIn = false;
  struct GivenTable {
    /// The branch whose deployments use it; none for all.
    std::optional<std::string> branch{};
    std::string model{};
    std::string name{};
    /// Empty if it isn't known.
    std::string streamArn{};
  };
  /// Tables that are there already.
  std::vector<GivenTable> givenTables{};
  /// By model, the stack that the user wants it in.
  std::map<std::string, std::string, std::less<>> stackMappings{};
  /// The text of the files of `a.handler.custom`, by path.
  std::map<std::string, std::string> handlerCode{};
  std::source_location where{};

  /// Those of operations, and those around models' own.
  std::vector<const ir::Handler*> handlers() const;
  /// The functions that AppSync calls: those of handlers, and the authorizer.
  std::vector<const defineFunction*> calledFunctions() const;
  /// Whether a rule lets identities of the identity pool in.
  bool usesIdentityPool() const;
};

/// Resolves a definition. Adds to `errors` what is wrong with it.
ApiDefinition api_definition(const defineData& data, bool sign_in, std::vector<Diagnostic>& errors);

/// As AppSync calls a mode: `AMAZON_COGNITO_USER_POOLS`.
std::string authentication_type(ir::Provider provider);

/// All modes but the default one, in the order in which clients see them. IAM is always among an
/// API's modes.
std::vector<ir::Provider> additional_providers(const ApiDefinition& api);

}  // namespace amplify::appsync
