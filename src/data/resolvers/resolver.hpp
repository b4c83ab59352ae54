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

  /// `Query`, `Mutation` or `Subscription`.
  std::string type{};
  std::string field{};
  DataSource dataSource = DataSource::none;
  std::string code{};
  /// The DynamoDB actions that the code makes, such as `PutItem`.
  std::vector<std::string> actions{};
};

/// The resolvers of a model's generated operations, one a field.
std::vector<Resolver> resolvers(const ir::Model& model);

}  // namespace amplify::appsync
