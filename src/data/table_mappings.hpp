// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cdk/existing.hpp"
#include "data/api_definition.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::appsync {

/// Reads from the options which tables are there already, and which stack a model is to stand in.
/// Adds to `errors` what is wrong with them: `DefineDataConfigurationError`.
void read_table_mappings(
    const DataProps& props, ApiDefinition& api, std::vector<Diagnostic>& errors
);

/// What stands in for a model's table in the deployments of a branch.
std::optional<cdk::Existing> existing_table(
    const std::vector<ApiDefinition::GivenTable>& tables, std::string_view model,
    std::string_view branch
);

}  // namespace amplify::appsync
