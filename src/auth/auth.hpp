// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/auth.hpp>
#include <amplify/error.hpp>

#include <vector>

namespace amplify::cognito {

/// What is wrong with the definition.
std::vector<Diagnostic> check(const defineAuth& auth);

/// Makes the resources in `stack`.
AuthResources build(const cdk::NestedStack& stack, const defineAuth& auth);

}  // namespace amplify::cognito
