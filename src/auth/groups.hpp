// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/scope.hpp"

namespace amplify::cognito {

/// Makes the definition's groups, each with a role for its users, and adds them to `resources`.
void add_groups(
    const Scope& scope, const cdk::Resource& pool, const cdk::Resource& identities,
    AuthCfnResources& resources
);

}  // namespace amplify::cognito
