// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/graphql.hpp"

#include <amplify/schema/definition.hpp>

#include <vector>

namespace amplify::appsync {

/// The schema that AppSync gets: the models' types, inputs and operations with their authorization
/// directives.
///
/// `default_provider` is the API's default authorization mode, which an operation that no rule
/// grants still names: without a directive AppSync would let it in unchecked.
std::vector<graphql::Type> graphql_schema(
    const ir::Definition& definition, ir::Provider default_provider
);

}  // namespace amplify::appsync
