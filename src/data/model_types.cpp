// SPDX-License-Identifier: Apache-2.0
#include "data/model_types.hpp"

#include "data/access.hpp"
#include "data/fields.hpp"
#include "data/filter_inputs.hpp"
#include "data/model_operations.hpp"
#include "data/names.hpp"
#include "data/relation_index.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace amplify::appsync {
namespace {

using graphql::Argument;
using graphql::Field;
using graphql::Kind;
using graphql::Type;

void add_connectives(Type& input, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    input.fields.push_back({std::string(name), name == "not" ? input.name : "[" + input.name + "]"}
    );
  }
}

bool has_field(const Type& type, std::string_view name) {
  return std::ranges::find(type.fields, name, &Field::name) != type.fields.end();
}

ir::Type optional(ir::Type type) {
  type.required = false;
  return type;
}

/// A key of text is made when the client leaves it out, and the API keeps the timestamps.
bool is_generated(const ir::Field& field) {
  if (field.type.kind != ir::TypeKind::scalar || field.type.array) return false;
  const ir::Scalar scalar = field.type.scalar;
  if (field.name == "id") return scalar == ir::Scalar::id || scalar == ir::Scalar::string;
  return (field.name == "createdAt" || field.name == "updatedAt") &&
         (scalar == ir::Scalar::datetime || scalar == ir::Scalar::string);
}

std::vector<std::string> owner_fields(const std::vector<Role>& roles) {
  std::vector<std::string> names;
  for (const Role& role : parts(roles)) {
    const bool known = std::ranges::find(names, role.field) != names.end();
    if (role.allow == ir::Allow::owner && !known) names.push_back(role.field);
  }
  return names;
}

bool leads_to(const ir::Model& model, const std::string& target) {
  return std::ranges::any_of(model.fields, [&](const ir::Field& field) {
    return is_relation(field) && field.type.array && field.type.name == target;
  });
}

const ir::CustomType& custom_type(const ir::Definition& definition, const std::string& name) {
  return *std::ranges::find(definition.customTypes, name, &ir::CustomType::name);
}

}  // namespace

std::string connection_type(const std::string& model) {
  return "Model" + capitalized(model) + "Connection";
}

std::string filter_type(const std::string& model) {
  return "Model" + capitalized(model) + "FilterInput";
}

std::string input_type(const ir::CustomType& type) {
  return type.inputOnly ? type.name : capitalized(type.name) + "Input";
}

std::string input_type(const ir::Definition& definition, const ir::Type& type) {
  if (type.kind != ir::TypeKind::customType) return graphql_type(type);
  return graphql_type(type, input_type(custom_type(definition, type.name)));
}

ModelTypes::ModelTypes(const ir::Definition& definition, const ir::Model& model)
    : definition_(definition), model_(model), name_(capitalized(model.name)) {
  listed_ = std::ranges::any_of(
                model_operations(model),
                [](const ModelOperation& operation) { return gives_pages(operation); }
            ) ||
            std::ranges::any_of(definition.models, [&](const ir::Model& other) {
              return leads_to(other, model.name);
            });
}

std::vector<Type> ModelTypes::types() const {
  std::vector<Type> types = {object()};
  if (is_listed()) {
    types.push_back(connection());
    types.push_back(filter());
  }
  bool mutations = false;
  bool subscriptions = false;
  for (const ModelOperation& operation : model_operations(model_)) {
    subscriptions = subscriptions || operation.kind == ModelOperation::Kind::subscription;
    if (operation.kind != ModelOperation::Kind::mutation || operation.takesKey) continue;
    mutations = true;
    types.push_back(
        operation.verb == "create"   ? create_input()
        : operation.verb == "update" ? update_input()
                                     : delete_input()
    );
  }
  if (mutations) types.push_back(condition());
  if (subscriptions) types.push_back(subscription_filter());
  add_key_inputs(types, nullptr);
  for (const ir::Index& index : model_.indexes)
    add_key_inputs(types, &index);
  return types;
}

// Types

Type ModelTypes::object() const {
  Type type{Kind::object, model_.name};
  for (const ir::Field& field : model_.fields) {
    if (is_relation(field)) {
      type.fields.push_back(relation(field));
      continue;
    }
    ir::Type declared = field.type;
    if (has_identifier(model_) && is_key(model_, field.name)) declared.required = true;
    type.fields.push_back({field.name, graphql_type(declared)});
    if (field.deprecated)
      type.fields.back().directives.push_back(graphql::deprecated(*field.deprecated));
  }
  if (!has_identifier(model_) && !declares_id(model_)) type.fields.push_back({"id", "ID!"});
  for (const ir::Field& field : implicit_timestamps(model_))
    type.fields.push_back({field.name, graphql_type(field.type)});
  for (const std::string& owner : implicit_owner_fields(model_))
    type.fields.push_back({owner, "String"});
  return type;
}

Field ModelTypes::relation(const ir::Field& field) const {
  if (!field.type.array) return {field.name, graphql_type(field.type)};
  Field result{
      field.name,
      connection_type(field.type.name),
      {{"filter", filter_type(field.type.name)},
       {"sortDirection", "ModelSortDirection"},
       {"limit", "Int"},
       {"nextToken", "String"}},
  };
  // By an index of the user's, items can be picked by its sort keys too.
  const auto related = std::ranges::find(definition_.models, field.type.name, &ir::Model::name);
  if (related == definition_.models.end() || !field.relation) return result;
  const auto index = std::ranges::find(related->indexes, field.relation->index, &ir::Index::name);
  if (index == related->indexes.end() || field.relation->references.size() > 1) return result;
  const ModelTypes other(definition_, *related);
  std::vector<Argument> keys = other.key_arguments(&*index);
  result.arguments.insert(result.arguments.begin(), keys.begin() + 1, keys.end());
  return result;
}

Type ModelTypes::connection() const {
  return {
      Kind::object,
      connection_type(model_.name),
      {},
      {{"items", "[" + model_.name + "]!"}, {"nextToken", "String"}},
  };
}

// Filters

/// All fields that hold something, with those that the API adds.
std::vector<ir::Field> ModelTypes::stored_fields() const {
  std::vector<ir::Field> fields = model_.fields;
  // A filter knows `id` even where the key is another.
  if (!declares_id(model_)) fields.push_back({.name = "id", .type = {.scalar = ir::Scalar::id}});
  for (ir::Field& timestamp : implicit_timestamps(model_))
    fields.push_back(std::move(timestamp));
  std::erase_if(fields, [](const ir::Field& field) { return !is_filterable(field); });
  return fields;
}

Type ModelTypes::filter() const {
  Type input{Kind::input, filter_type(model_.name)};
  for (const ir::Field& field : stored_fields())
    input.fields.push_back({field.name, filter_input(field.type)});
  add_connectives(input, {"and", "or", "not"});
  add_owner_filters(input);
  return input;
}

Type ModelTypes::condition() const {
  Type input{Kind::input, "Model" + name_ + "ConditionInput"};
  const bool hides_id = has_identifier(model_) || !model_.indexes.empty();
  for (const ir::Field& field : stored_fields()) {
    const bool id = field.name == "id" && (hides_id || field.type.scalar == ir::Scalar::id);
    const bool key = has_identifier(model_) && is_key(model_, field.name);
    if (!id && !key) input.fields.push_back({field.name, filter_input(field.type)});
  }
  add_connectives(input, {"and", "or", "not"});
  add_owner_filters(input);
  return input;
}

Type ModelTypes::subscription_filter() const {
  Type input{Kind::input, "ModelSubscription" + name_ + "FilterInput"};
  const AccessMatrix matrix(model_);
  const auto decides = [&](const ir::Field& field) {
    return std::ranges::any_of(parts(matrix.roles()), [&](const Role& role) {
      return role.field == field.name;
    });
  };
  for (const ir::Field& field : stored_fields()) {
    // What decides over access is not for the client to filter by.
    if (!decides(field))
      input.fields.push_back({field.name, subscription_filter_input(field.type)});
  }
  add_connectives(input, {"and", "or"});
  // Owners are matched on the published name, for which the plain string input serves.
  add_owner_filters(input);
  return input;
}

void ModelTypes::add_owner_filters(Type& input) const {
  for (const std::string& owner : owner_fields(AccessMatrix(model_).roles())) {
    if (!has_field(input, owner)) input.fields.push_back({owner, "ModelStringInput"});
  }
}

// Inputs of mutations

Type ModelTypes::create_input() const {
  Type input{Kind::input, "Create" + name_ + "Input"};
  for (const ir::Field& field : model_.fields) {
    if (is_relation(field) || is_kept(field)) continue;
    ir::Type type = field.type;
    if (has_identifier(model_) && is_key(model_, field.name)) type.required = true;
    if (is_generated(field)) type.required = false;
    input.fields.push_back({field.name, input_type(definition_, type)});
  }
  if (!has_identifier(model_) && !declares_id(model_)) input.fields.push_back({"id", "ID"});
  return input;
}

Type ModelTypes::update_input() const {
  Type input{Kind::input, "Update" + name_ + "Input"};
  for (const ir::Field& field : model_.fields) {
    if (field.option == ir::OptionField::version) input.fields.push_back({field.name, "Int!"});
    if (is_relation(field) || is_kept(field)) continue;
    ir::Type type = optional(field.type);
    type.required = is_key(model_, field.name);
    input.fields.push_back({field.name, input_type(definition_, type)});
  }
  if (!has_identifier(model_) && !declares_id(model_)) input.fields.push_back({"id", "ID!"});
  return input;
}

Type ModelTypes::delete_input() const {
  Type input{Kind::input, "Delete" + name_ + "Input"};
  for (const Argument& key : whole_key())
    input.fields.push_back({key.name, key.type});
  // May be left out, since Amplify's clients send the key alone.
  if (const ir::Field* version = find_field(model_, ir::OptionField::version))
    input.fields.push_back({version->name, "Int"});
  return input;
}

// Keys

/// What tells one item from all others. An `id` that isn't said to be the key is taken for ID.
std::vector<Argument> ModelTypes::whole_key() const {
  if (!has_identifier(model_)) return {{"id", "ID!"}};
  std::vector<Argument> key;
  for (const ir::Field& field : key_fields(model_))
    key.push_back({field.name, graphql_type(field.type)});
  return key;
}

/// Of the index, or of the table without one.
std::vector<ir::Field> ModelTypes::sort_keys(const ir::Index* index) const {
  if (index) return fields_named(model_, index->sortKeys);
  std::vector<ir::Field> keys = key_fields(model_);
  keys.erase(keys.begin());
  return keys;
}

/// What the inputs of a composite sort key are named by: `ModelReadingPrimary`.
std::string ModelTypes::key_stem(const ir::Index* index) const {
  std::string key = index ? index->name : "Primary";
  // DynamoDB takes hyphens and dots in names of indexes, and GraphQL doesn't.
  std::erase_if(key, [](char c) { return c == '-' || c == '.'; });
  return "Model" + name_ + capitalized(key);
}

void ModelTypes::add_key_inputs(std::vector<Type>& types, const ir::Index* index) const {
  const std::vector<ir::Field> keys = sort_keys(index);
  if (keys.size() < 2) return;
  const std::string stem = key_stem(index);
  Type input{Kind::input, stem + "CompositeKeyInput"};
  for (const ir::Field& key : keys) {
    const bool last = &key == &keys.back();
    input.fields.push_back({key.name, composite_key_part(key.type, last)});
  }
  types.push_back(composite_key_condition(stem + "CompositeKeyConditionInput", input.name));
  types.push_back(std::move(input));
}

/// The partition key, and a condition on the sort keys.
std::vector<Argument> ModelTypes::key_arguments(const ir::Index* index) const {
  const ir::Field partition_key =
      index ? fields_named(model_, {index->partitionKey}).front() : key_fields(model_).front();
  const std::vector<ir::Field> keys = sort_keys(index);
  std::vector<Argument> arguments = {{partition_key.name, named_type(partition_key.type)}};
  if (keys.size() == 1) {
    arguments.push_back({keys.front().name, key_condition_input(keys.front().type)});
  } else if (keys.size() > 1) {
    std::vector<std::string> names;
    for (const ir::Field& key : keys)
      names.push_back(key.name);
    arguments.push_back({camel_case(names), key_stem(index) + "CompositeKeyConditionInput"});
  }
  return arguments;
}

// Operations

Field ModelTypes::operation(const ModelOperation& operation) const {
  Field field{operation.field, model_.name};
  switch (operation.kind) {
    case ModelOperation::Kind::get:
      field.arguments = whole_key();
      break;
    case ModelOperation::Kind::list:
    case ModelOperation::Kind::index: {
      field.type = connection_type(model_.name);
      const bool keyed = operation.index || has_identifier(model_);
      if (keyed) field.arguments = key_arguments(operation.index);
      if (operation.index) field.arguments.front().type += "!";
      if (keyed) field.arguments.push_back({"sortDirection", "ModelSortDirection"});
      field.arguments.push_back({"filter", filter_type(model_.name)});
      field.arguments.push_back({"limit", "Int"});
      field.arguments.push_back({"nextToken", "String"});
      break;
    }
    case ModelOperation::Kind::deleted:
      field.type = connection_type(model_.name);
      field.arguments = {
          {"filter", filter_type(model_.name)}, {"limit", "Int"}, {"nextToken", "String"}
      };
      break;
    case ModelOperation::Kind::mutation:
      if (operation.takesKey) {
        field.arguments = whole_key();
        break;
      }
      field.arguments = {
          {"input", capitalized(operation.field) + "Input!"},
          {"condition", "Model" + name_ + "ConditionInput"}
      };
      break;
    case ModelOperation::Kind::subscription: {
      field.arguments = {{"filter", "ModelSubscription" + name_ + "FilterInput"}};
      const auto roles = AccessMatrix(model_).roles({ir::Operation::listen});
      for (const std::string& owner : owner_fields(roles)) {
        const ir::Field* declared = find_field(model_, owner);
        if (!declared || !declared->type.array) field.arguments.push_back({owner, "String"});
      }
      std::string mutations = "\"" + mutation_field(operation.verb, model_.name) + "\"";
      // For clients that follow a list, a restored item is one that comes to be there.
      if (operation.verb == "create" && restores(model_))
        mutations += ", \"" + mutation_field("restore", model_.name) + "\"";
      field.directives = {"@aws_subscribe(mutations: [" + mutations + "])"};
      break;
    }
  }
  return field;
}

}  // namespace amplify::appsync
