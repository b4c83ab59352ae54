// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/definition.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace amplify::appsync {

/// A field of a root type that Amplify makes for a model.
struct ModelOperation {
  enum class Kind { get, list, index, mutation, subscription };
  Kind kind = Kind::get;
  /// `Query`, `Mutation` or `Subscription`.
  std::string_view type{};
  /// `getPost`.
  std::string field{};
  /// What a rule has to grant, any of them.
  std::vector<ir::Operation> grantedBy{};
  /// The index that it queries, if it does.
  const ir::Index* index = nullptr;
  /// Of a mutation or subscription: `create`, `update` or `delete`.
  std::string_view verb{};
};

bool is_enabled(const ir::Model& model, ir::GeneratedOperation operation);

/// Those that the model doesn't disable. They point into the model.
std::vector<ModelOperation> model_operations(const ir::Model& model);

/// The mutation of a verb: `createPost`.
std::string mutation_field(std::string_view verb, std::string_view model);

}  // namespace amplify::appsync
