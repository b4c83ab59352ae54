// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/definition.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace amplify::appsync {

/// A resolver as data: the field it serves, what it reads or writes, and its APPSYNC_JS
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
  /// Of one that hooks surround: what its pipeline begins and ends with; `code` is that of a
  /// function then. Else empty.
  std::string pipelineCode{};
  /// The numbers of the model's hooks before and after it.
  std::vector<std::size_t> before{};
  std::vector<std::size_t> after{};
};

/// The resolvers that belong to a model: those of its generated operations, of its fields, and of
/// the relations that lead to it, for they read its table.
std::vector<Resolver> resolvers(const ir::Definition& definition, const ir::Model& model);

}  // namespace amplify::appsync
