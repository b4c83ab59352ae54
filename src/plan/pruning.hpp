// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plan/tables.hpp"

#include <optional>
#include <vector>

namespace amplify::plan {

/// The state without these tables and what needs them: resolvers, data sources, policies. None
/// where something else needs them too, which can't go and come back.
std::optional<diff::Snapshot> without(diff::Snapshot state, const std::vector<TableName>& tables);

}  // namespace amplify::plan
