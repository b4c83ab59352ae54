// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plan/tables.hpp"

#include <amplify/cdk/app.hpp>

#include <utility>
#include <vector>

namespace amplify::plan {

/// One deployment on the way.
struct Stage {
  diff::Snapshot state{};
  std::vector<std::pair<TableName, IndexChange>> indexes{};
  /// Those that are gone until the next stage makes them anew.
  std::vector<TableName> without{};
  /// Whether the state is the old one but for the indexes: it needs nothing that isn't there.
  bool early = false;
  /// Whether everything changes here but indexes.
  bool rest = false;
};

/// The ways there, at least one. The last ends in `after`. `remade` are tables as `remade_tables`
/// gives them: one stage removes them. Empty if that can't be.
std::vector<Stage> stages(
    const diff::Snapshot& before, const diff::Snapshot& after, const std::vector<TableName>& remade
);

/// What deploys a stage: `target` with other templates. `base` is the state whose templates are
/// there: the old one for an early stage, which takes no assets from the target, else the new one.
cdk::CloudAssembly assembly(
    const Stage& stage, const diff::Snapshot& base, const cdk::CloudAssembly& target
);

}  // namespace amplify::plan
