// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/scope.hpp"
#include "auth/senders.hpp"

#include <vector>

namespace amplify::cognito {

/// The first proofs of identity that users may give, by Cognito's names; none when there is only
/// the password.
std::vector<cdk::Str> first_factors(const LoginWith& login);

/// In `construct`, together with what belongs to it.
cdk::Resource user_pool(
    const Scope& scope, const cdk::Construct& construct, const SenderResources& senders
);

}  // namespace amplify::cognito
