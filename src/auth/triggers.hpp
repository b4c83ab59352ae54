// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/scope.hpp"

#include <amplify/cfn/cognito.hpp>

namespace amplify::cognito {

/// The functions that the user pool calls. `key` is the ARN of the key for custom senders.
cdk::Obj<cfn::cognito::UserPool::LambdaConfig> lambda_config(const Scope& scope, cdk::Str key);

/// Lets the user pool call them, and custom senders use the key.
void grant_triggers(const Scope& scope, const cdk::Resource& pool, cdk::Str key);

}  // namespace amplify::cognito
