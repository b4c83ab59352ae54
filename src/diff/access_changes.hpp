// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "diff/snapshot.hpp"

#include <string>
#include <vector>

namespace amplify::diff {

/// Somebody may do more than before, or less.
struct AccessChange {
  bool wider = true;
  /// The model, `Query.search`, or the resource whose policy it is.
  std::string where{};
  /// `group Admins may delete, update`, `dynamodb:Scan on …`
  std::string what{};
};

/// Compares what the rules of the schema grant, then the policies in templates, statement by
/// statement and action by action.
std::vector<AccessChange> access_changes(const Snapshot& before, const Snapshot& after);

}  // namespace amplify::diff
