// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "diff/schema_changes.hpp"
#include "diff/snapshot.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace amplify::diff {

/// Whether a change makes CloudFormation create the resource anew and give up the old one.
enum class Replacement { no, may, yes };
std::string_view name_of(Replacement replacement);

struct PropertyChange {
  /// `KeySchema`, `DeletionPolicy`, `Code.S3Key`
  std::string path{};
  Replacement replacement = Replacement::no;
};

struct ResourceChange {
  Kind kind = Kind::changed;
  /// The place of its stack in the snapshot.
  std::string place{};
  std::string logicalId{};
  /// Or `Output`, `Parameter`, `Condition`, `Mapping` or `Rule`.
  std::string type{};
  /// Of a change.
  std::vector<PropertyChange> properties{};
  Replacement replacement = Replacement::no;
  /// Of what is removed or replaced: the thing stays in the account.
  bool retained = false;
};

/// Compares resources by place and logical id, and what else the root template has. Nested stacks
/// are told by what is in them; their outputs and parameters only connect them.
std::vector<ResourceChange> resource_changes(const Snapshot& before, const Snapshot& after);

}  // namespace amplify::diff
