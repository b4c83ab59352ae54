// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/providers.hpp"
#include "auth/scope.hpp"

#include <string_view>

namespace amplify::cognito {

/// User pool and client, which vouch for signed-in users.
struct UserPoolWithClient {
  cdk::Resource pool;
  cdk::Resource client;
};

cdk::Resource identity_pool(
    const Scope& scope, const UserPoolWithClient& users, const Providers& providers
);

/// A role for the pool's identities that are `kind`: `authenticated` or `unauthenticated`.
cdk::Resource identity_role(
    const Scope& scope, std::string_view id, std::string_view kind, const cdk::Resource& identities
);

struct Roles {
  cdk::Resource authenticated;
  cdk::Resource unauthenticated;
};

/// Says who gets which role.
cdk::Resource role_attachment(
    const Scope& scope, const UserPoolWithClient& users, const cdk::Resource& identities,
    const Roles& roles
);

}  // namespace amplify::cognito
