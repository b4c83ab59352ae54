// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/definition.hpp"

#include <amplify/allow.hpp>
#include <amplify/api.hpp>
#include <amplify/cdk/lambda.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace amplify::gateway {

/// A function that calls an API.
struct Consumer {
  /// Gets the grants.
  cdk::iam::Role role;
  /// Tells it something by a variable.
  std::function<void(std::string_view name, cdk::Str value)> addEnvironment;
};

/// What APIs need of the rest of a backend.
struct Surroundings {
  /// Takes faults.
  std::function<void(Diagnostic)> report{};
  /// The name of the role of guests, of signed-in users or of a group; none if there is no such.
  std::function<std::optional<cdk::Any>(detail::strategy, std::string_view group)> role{};
  /// Lets a function use resources in `producer`.
  std::function<Consumer(const defineFunction&, const cdk::Construct& producer)> consumer{};
  std::function<cdk::lambda::Function(const defineFunction&)> function{};
  /// Of the backend's user pool; unset without sign-in.
  cdk::Any userPoolId{};
  cdk::Any userPoolClientId{};
};

/// Makes the API of a definition, its routes and what the rules of its access grant. `resolved` is
/// the same, checked: routes with a fault are left out.
///
/// Errors (reported): `InvalidResourceAccessConfigError` for a rule or an authorizer about users
/// that the backend doesn't have.
HttpApiResources build(
    const cdk::NestedStack& stack, const defineHttpApi& definition, const Definition& resolved,
    const Surroundings& surroundings
);
RestApiResources build(
    const cdk::NestedStack& stack, const defineRestApi& definition, const Definition& resolved,
    const Surroundings& surroundings
);

/// Where Amplify's clients append a path without `/`.
cdk::Any endpoint(const HttpApiResources& api);
cdk::Any endpoint(const RestApiResources& api);

}  // namespace amplify::gateway
