// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "diff/snapshot.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// How a backend gets from one state to another, in steps that CloudFormation can take.
namespace amplify::plan {

using diff::Json;

/// A table by the place of its stack and its logical id.
struct TableName {
  std::string place{};
  std::string logicalId{};

  bool operator==(const TableName&) const = default;
};

struct IndexChange {
  enum class Kind { adds, removes };
  Kind kind = Kind::adds;
  std::string index{};

  bool operator==(const IndexChange&) const = default;
};

/// The changes of a table's indexes, in their order. A table takes one in an update.
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html
struct TableChanges {
  TableName table{};
  /// Before the API knows of it: indexes that only what comes later asks for.
  std::vector<IndexChange> early{};
  /// When the API asks for it no longer, or for another one of the same name.
  std::vector<IndexChange> late{};

  std::size_t count() const { return early.size() + late.size(); }
};

/// Of tables that stay, those whose indexes change.
std::vector<TableChanges> index_changes(const diff::Snapshot& before, const diff::Snapshot& after);

/// Tables that are made anew under the name of one that goes, which CloudFormation can't do in one
/// update: their key changes, or they move to another stack.
std::vector<TableName> remade_tables(const diff::Snapshot& before, const diff::Snapshot& after);

/// Which of two states of a table an index is of.
enum class Version { old, now };
using Indexes = std::vector<std::pair<std::string, Version>>;

/// The table with these indexes, and the attributes that it needs then. The rest is as in `base`,
/// one of the two.
Json with_indexes(Json base, const Json& old, const Json& now, const Indexes& indexes);

/// Whether an index is the same in both states of a table.
bool is_kept(const Json& old, const Json& now, std::string_view index);

/// The table's entry in its template; null if there is none.
const Json& table_in(const diff::Snapshot& snapshot, const TableName& name);

/// In the order of the template.
std::vector<std::string> index_names(const Json& table);

/// `Post` of `PostTable2367A781`; empty for a table that is no model's.
std::string_view model_of(std::string_view logical_id);

}  // namespace amplify::plan
