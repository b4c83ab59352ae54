// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/api.hpp"
#include "function/registry.hpp"

namespace amplify::appsync {

/// Lets the functions that `allow.resource` of the schema names call the API, and tells them where
/// it is and what it looks like, as `getAmplifyDataClientConfig` reads it.
void grant_function_access(
    const Api& made, const ApiDefinition& api, functions::Registry& functions
);

}  // namespace amplify::appsync
