// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/definition.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace amplify::appsync {

/// A field of a root type that Amplify makes for a model.
struct ModelOperation {
  enum class Kind { get, list, index, deleted, mutation, subscription };
  Kind kind = Kind::get;
  /// `Query`, `Mutation` or `Subscription`.
  std::string_view type{};
  /// `getPost`.
  std::string field{};
  /// What a rule has to grant, any of them.
  std::vector<ir::Operation> grantedBy{};
  /// The index that it queries, if it does.
  const ir::Index* index = nullptr;
  /// Of a mutation or subscription: `create`, `update` or `delete`; with soft deletion also
  /// `restore` and `purge`.
  std::string_view verb{};
  /// Of a mutation: its arguments are the key, not an input.
  bool takesKey = false;
};

/// Whether the operation returns a page of items.
inline bool gives_pages(const ModelOperation& operation) {
  return operation.kind == ModelOperation::Kind::list ||
         operation.kind == ModelOperation::Kind::index ||
         operation.kind == ModelOperation::Kind::deleted;
}

bool is_enabled(const ir::Model& model, ir::GeneratedOperation operation);

/// Whether deleted items of the model can be restored.
bool restores(const ir::Model& model);

/// Those that the model doesn't disable. They point into the model.
std::vector<ModelOperation> model_operations(const ir::Model& model);

/// The mutation of a verb: `createPost`.
std::string mutation_field(std::string_view verb, std::string_view model);

}  // namespace amplify::appsync
