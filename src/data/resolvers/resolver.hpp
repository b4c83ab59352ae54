// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/definition.hpp>

#include <string>
#include <vector>

namespace amplify::appsync {

/// A unit resolver as data: the field it serves, what it reads or writes, and its APPSYNC_JS
/// source.
struct Resolver {
  enum class DataSource { none, table };

  /// `Query`, `Mutation`, `Subscription` or a model.
  std::string type{};
  std::string field{};
  DataSource dataSource = DataSource::none;
  std::string code{};
  /// The DynamoDB actions that the code makes on the table, such as `PutItem`.
  std::vector<std::string> actions{};
  /// Those on the table's indexes.
  std::vector<std::string> indexActions{};
};

/// The resolvers that belong to a model: those of its generated operations, of its fields, and of
/// the relations that lead to it, for they read its table.
std::vector<Resolver> resolvers(const ir::Definition& definition, const ir::Model& model);

}  // namespace amplify::appsync
