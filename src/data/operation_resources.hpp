// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/model_resources.hpp"

#include <amplify/cdk/construct.hpp>
#include <amplify/schema/definition.hpp>

namespace amplify::appsync {

/// Makes resolvers, functions and data sources of every operation with handlers, in nested stacks
/// in `scope`: one of 16, by the operation's name alone.
void add_operations(
    const cdk::Construct& scope, const ir::Definition& definition, const ModelContext& context,
    const Tables& tables
);

}  // namespace amplify::appsync
