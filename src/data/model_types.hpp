// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/graphql.hpp"
#include "data/service_directives.hpp"

#include <amplify/schema/definition.hpp>

#include <string>
#include <vector>

namespace amplify::appsync {

struct ModelOperation;

/// The object type with which lists of a model's items are returned: `ModelPostConnection`.
std::string connection_type(const std::string& model);
/// `ModelPostFilterInput`.
std::string filter_type(const std::string& model);
/// A custom type as clients write it: `AddressInput`.
std::string input_type(const ir::CustomType& type);
std::string input_type(const ir::Definition& definition, const ir::Type& type);

/// What GraphQL has of one model, without directives: its types, and its fields of the root types.
class ModelTypes {
 public:
  ModelTypes(const ir::Definition& definition, const ir::Model& model);

  /// The item's type, the connection if anything returns one, and the inputs of the operations.
  std::vector<graphql::Type> types() const;
  graphql::Field operation(const ModelOperation& operation) const;
  /// Whether a query or a relation returns lists of the model's items.
  bool is_listed() const { return listed_; }

 private:
  struct Key;

  graphql::Type object() const;
  graphql::Field relation(const ir::Field& field) const;
  graphql::Type connection() const;
  graphql::Type filter() const;
  graphql::Type condition() const;
  graphql::Type subscription_filter() const;
  graphql::Type create_input() const;
  graphql::Type update_input() const;
  graphql::Type delete_input() const;
  void add_key_inputs(std::vector<graphql::Type>& types, const ir::Index* index) const;
  std::vector<graphql::Argument> whole_key() const;
  std::vector<graphql::Argument> key_arguments(const ir::Index* index) const;
  std::string key_stem(const ir::Index* index) const;
  std::vector<ir::Field> sort_keys(const ir::Index* index) const;
  std::vector<ir::Field> stored_fields() const;
  void add_owner_filters(graphql::Type& input) const;

  const ir::Definition& definition_;
  const ir::Model& model_;
  std::string name_;
  bool listed_ = false;
};

}  // namespace amplify::appsync
