// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/definition.hpp>

#include <string>
#include <string_view>
#include <vector>

/// What a model's fields become: questions that the GraphQL schema, the introspection and the
/// resolvers all ask.
namespace amplify::appsync {

/// The declared field of this name, or null.
const ir::Field* find_field(const ir::Model& model, std::string_view name);

/// The field in which the API keeps this, or null if the model doesn't opt in to it.
const ir::Field* find_field(const ir::Model& model, ir::OptionField option);

/// The fields of the key: the partition key, then the sort keys. Without an identifier that is
/// `id`, declared or not. Keys are never null.
std::vector<ir::Field> key_fields(const ir::Model& model);

/// The fields named, in that order; those that aren't there are left out.
std::vector<ir::Field> fields_named(const ir::Model& model, const std::vector<std::string>& names);

/// Whether the user chose the key. The list query then takes it too.
inline bool has_identifier(const ir::Model& model) { return !model.identifier.empty(); }

/// Whether the field is a part of the key.
bool is_key(const ir::Model& model, std::string_view field);

/// Whether the model has a field of its own named `id`.
inline bool declares_id(const ir::Model& model) { return find_field(model, "id") != nullptr; }

/// The GraphQL type of the partition key, without `!`.
std::string key_type(const ir::Model& model);

/// `createdAt` and `updatedAt`, unless the model declares them.
std::vector<ir::Field> implicit_timestamps(const ir::Model& model);

/// The owner fields that rules add to the model without being declared, each once, in the order of
/// the rules.
std::vector<std::string> implicit_owner_fields(const ir::Model& model);

/// Whether the field leads to other items and holds nothing itself.
inline bool is_relation(const ir::Field& field) { return field.type.kind == ir::TypeKind::model; }

/// Whether the API alone fills the field, which no input has.
inline bool is_kept(const ir::Field& field) { return field.option != ir::OptionField::none; }

/// What the table and items know a model or field by: its first name.
template <class T>
const std::string& stored_name(const T& model_or_field) {
  return model_or_field.renamedFrom.empty() ? model_or_field.name : model_or_field.renamedFrom;
}

/// Whether clients may filter by the field: by scalars and enums, alone or in lists.
inline bool is_filterable(const ir::Field& field) {
  return field.type.kind == ir::TypeKind::scalar || field.type.kind == ir::TypeKind::enumeration;
}

/// `String`, `PostStatus`: without list and nullability.
std::string named_type(const ir::Type& type);

/// As GraphQL writes it: `[String!]!`.
std::string graphql_type(const ir::Type& type);
/// The same around another name.
std::string graphql_type(const ir::Type& type, const std::string& name);

}  // namespace amplify::appsync
