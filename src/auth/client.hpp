// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/providers.hpp"

namespace amplify::cognito {

/// The client of web and mobile apps, which can't keep a secret.
cdk::Resource client(const Scope& scope, const cdk::Resource& pool, const Providers& providers);

}  // namespace amplify::cognito
