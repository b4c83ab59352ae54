// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/api.hpp"

namespace amplify::appsync {

/// Lets the roles of the identity pool call what rules grant them: the first gate for requests
/// signed with AWS credentials, before the resolvers' own.
void add_identity_pool_policies(
    const cdk::Construct& scope, const ApiDefinition& api, const cdk::Any& api_arn,
    const SignIn& sign_in
);

}  // namespace amplify::appsync
