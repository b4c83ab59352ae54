// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/definition.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace amplify::diff {

enum class Kind { added, removed, changed };
std::string_view name_of(Kind kind);

/// A change of the schema, as the user wrote it.
struct SchemaChange {
  Kind kind = Kind::changed;
  /// `model`, `field`, `name`, `type`, `default`, `checks`, `relation`, `identifier`, `index`,
  /// `operation`, `enum`, `custom type`, `deprecated`, `disabled operations`
  std::string_view what{};
  /// `Post`, `Post.title`
  std::string name{};
  /// Of what is there before and after; empty otherwise.
  std::string before{};
  std::string after{};
};

/// Models by name, then the rest. What rules grant is in `access_changes`.
std::vector<SchemaChange> schema_changes(const ir::Definition& before, const ir::Definition& after);

}  // namespace amplify::diff
