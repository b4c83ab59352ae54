// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/auth.hpp>
#include <amplify/error.hpp>

#include <vector>

namespace amplify::cognito {

/// What is wrong with the definition.
std::vector<Diagnostic> check(const defineAuth& auth);

/// Makes the stack `auth` in `parent`.
AuthResources build(const cdk::Construct& parent, const defineAuth& auth);

}  // namespace amplify::cognito
