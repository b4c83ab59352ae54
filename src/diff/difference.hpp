// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "diff/access_changes.hpp"
#include "diff/api_changes.hpp"
#include "diff/resource_changes.hpp"
#include "diff/schema_changes.hpp"
#include "diff/snapshot.hpp"

#include <vector>

namespace amplify::diff {

/// All that changes from one snapshot to another.
struct Difference {
  std::vector<SchemaChange> schema{};
  std::vector<ApiChange> api{};
  std::vector<AccessChange> access{};
  std::vector<ResourceChange> resources{};

  /// Access and the API follow from the schema, and all of them from resources; but a schema can
  /// change in what only clients see.
  bool empty() const {
    return schema.empty() && api.empty() && access.empty() && resources.empty();
  }
};

inline Difference difference(const Snapshot& before, const Snapshot& after) {
  return {
      .schema = schema_changes(before.models, after.models),
      .api = api_changes(before.graphql, after.graphql),
      .access = access_changes(before, after),
      .resources = resource_changes(before, after),
  };
}

}  // namespace amplify::diff
