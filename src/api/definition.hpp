// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/api.hpp>
#include <amplify/error.hpp>

#include <source_location>
#include <string>
#include <vector>

namespace amplify::gateway {

/// A route with what the API says for all.
struct Route {
  /// As the user wrote it.
  std::string text{};
  std::vector<cdk::apigateway::HttpMethod> methods{};
  /// Empty for `$default`.
  std::string path{};
  const defineFunction* handler = nullptr;
  ApiAuthorizer authorizer{};
  std::vector<AccessRule> access{};
  /// False for a route with a fault.
  bool isAllowed = false;
};

/// An API of either kind, as plain data.
struct Definition {
  /// `defineRestApi` or `defineHttpApi`.
  std::string kind{};
  std::string name{};
  bool isRest = false;
  bool hasName = false;
  std::vector<Route> routes{};
  std::source_location where{};

  /// How errors call it.
  std::string place() const;
};

Definition resolve(const defineHttpApi& api);
Definition resolve(const defineRestApi& api);

/// Every fault that the definition shows by itself. Marks the routes that have one.
std::vector<Diagnostic> check(Definition& api);
/// Faults of the APIs of one backend together.
std::vector<Diagnostic> check_together(const std::vector<Definition>& apis);

/// The functions behind its routes, and its authorizers.
std::vector<const defineFunction*> called_functions(const Definition& api);

}  // namespace amplify::gateway
