// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/api_definition.hpp"
#include "function/registry.hpp"

#include <amplify/cdk/value.hpp>

#include <functional>
#include <optional>
#include <string>

namespace amplify::appsync {

/// What an API needs of the backend's sign-in.
struct SignIn {
  cdk::Any userPoolId{};
  cdk::Any identityPoolId{};
  /// Names of the identity pool's roles.
  cdk::Any authenticatedRole{};
  cdk::Any unauthenticatedRole{};
};

struct Api {
  DataResources resources;
  /// Where the published model schema is: `s3://bucket/key`.
  cdk::Any modelSchemaUri{};
};

/// Makes the API in its stack. `sign_in` is read when the API has it; `branch` is asked at
/// synthesis for which one that is.
Api build(
    const cdk::NestedStack& stack, const ApiDefinition& api, const SignIn& sign_in,
    functions::Registry& functions, std::function<std::string()> branch
);

}  // namespace amplify::appsync
