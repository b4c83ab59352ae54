// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

namespace amplify {

/// A model whose items are in a table that is there already. The API uses the table and leaves it
/// as it is: its keys and indexes must be those that the model has.
struct ExistingTable {
  std::string model{};
  std::string tableName{};
  /// Needed by functions with the model's changes as events. Default: not known.
  std::string tableStreamArn{};
};

/// The tables of an Amplify Gen 1 app with which a branch's models go on.
struct MigratedAmplifyGen1DynamoDbTableMapping {
  /// The branch whose deployments use the tables; `sandbox` for sandboxes.
  std::string branchName{};
  /// `{{"Todo", "Todo-abcdefgh-main"}}`
  std::map<std::string, std::string> modelNameToTableNameMapping{};
};

}  // namespace amplify
