// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/api_definition.hpp"
#include "data/operation_resources.hpp"

#include <amplify/cdk/value.hpp>

#include <optional>

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

/// Makes the API in the stack. `sign_in` is read when the API has it.
Api build(
    const cdk::NestedStack& stack, const ApiDefinition& api, const SignIn& sign_in,
    const FunctionArn& function_arn
);

}  // namespace amplify::appsync
