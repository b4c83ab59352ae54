// SPDX-License-Identifier: Apache-2.0
#include "data/graphql_schema.hpp"

#include "data/custom_operations.hpp"
#include "data/fields.hpp"
#include "data/filter_inputs.hpp"
#include "data/model_operations.hpp"
#include "data/model_types.hpp"
#include "data/names.hpp"
#include "data/type_directives.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace amplify::appsync {
namespace {

using graphql::Field;
using graphql::Kind;
using graphql::Type;

template <class T>
void append(std::vector<T>& all, std::vector<T> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

class Schema {
 public:
  Schema(const ir::Definition& definition, ir::Provider default_provider)
      : definition_(definition), default_provider_(default_provider) {}

  std::vector<Type> types() {
    for (const ir::Model& model : definition_.models)
      add_model(model);
    for (const ir::CustomType& type : definition_.customTypes)
      add_custom_type(type);
    for (const ir::EnumType& enumeration : definition_.enums)
      add_enum(enumeration);
    for (const ir::CustomOperation& operation : definition_.operations)
      add_operation(operation);
    for (Type& type : types_)
      add_directives(type);
    for (const char* root : {"Query", "Mutation", "Subscription"}) {
      if (const auto found = roots_.find(root); found != roots_.end())
        types_.push_back(std::move(found->second));
    }
    add_key_conditions();
    append(types_, standard_types());
    return std::move(types_);
  }

 private:
  Type& root(std::string_view name) {
    const auto [found, fresh] = roots_.try_emplace(std::string(name));
    if (fresh) found->second = {Kind::object, std::string(name)};
    return found->second;
  }

  void add_model(const ir::Model& model) {
    const ModelTypes parts(definition_, model);
    append(types_, parts.types());
    const AccessMatrix matrix(model);
    for (const ModelOperation& operation : model_operations(model)) {
      Field field = parts.operation(operation);
      append(field.directives, operation_directives(matrix, operation, default_provider_).texts());
      root(operation.type).fields.push_back(std::move(field));
    }
    for (const ir::Field& field : model.fields) {
      if (field.type.kind == ir::TypeKind::customType) add_input(field.type.name);
      if (field.type.kind == ir::TypeKind::enumeration) add_enum_filter(field.type);
    }
  }

  void add_enum_filter(const ir::Type& type) {
    Type input = enum_filter_input(type);
    if (names_.insert(input.name).second) types_.push_back(std::move(input));
  }

  void add_custom_type(const ir::CustomType& custom) {
    if (custom.inputOnly) return add_input(custom.name);
    Type type{Kind::object, custom.name};
    for (const ir::Field& field : custom.fields) {
      Field& added = type.fields.emplace_back(Field{field.name, graphql_type(field.type)});
      if (field.deprecated) added.directives.push_back(graphql::deprecated(*field.deprecated));
      if (!field.rules.empty()) {
        append(
            added.directives,
            service_directives(providers(roles(field.rules)), default_provider_, false).texts()
        );
      }
    }
    types_.push_back(std::move(type));
  }

  /// The input of a custom type and of those within it.
  void add_input(const std::string& name) {
    const auto custom = std::ranges::find(definition_.customTypes, name, &ir::CustomType::name);
    if (custom == definition_.customTypes.end()) return;
    Type input{Kind::input, input_type(*custom)};
    if (!names_.insert(input.name).second) return;
    for (const ir::Field& field : custom->fields)
      input.fields.push_back({field.name, input_type(definition_, field.type)});
    types_.push_back(std::move(input));
    for (const ir::Field& field : custom->fields) {
      if (field.type.kind == ir::TypeKind::customType) add_input(field.type.name);
    }
  }

  void add_enum(const ir::EnumType& enumeration) {
    Type type{Kind::enumeration, enumeration.name};
    for (const std::string& value : enumeration.values)
      type.fields.push_back({value});
    types_.push_back(std::move(type));
  }

  void add_operation(const ir::CustomOperation& operation) {
    Field field{operation.name, graphql_type(*operation.returns)};
    for (const ir::Argument& argument : operation.arguments) {
      field.arguments.push_back({argument.name, input_type(definition_, argument.type)});
      if (argument.type.kind == ir::TypeKind::customType) add_input(argument.type.name);
    }
    if (!operation.mutations.empty()) field.directives.push_back(subscribe(operation.mutations));
    append(field.directives, operation_directives(operation, default_provider_).texts());
    Type& type = root(root_type(operation.kind));
    // AppSync asks it of a root type with fields of the user's own.
    type.directives = {"@aws_iam"};
    type.fields.push_back(std::move(field));
  }

  static std::string subscribe(const std::vector<std::string>& mutations) {
    std::string text;
    for (const std::string& mutation : mutations)
      text += (text.empty() ? "" : ", ") + graphql::string_value(mutation);
    return "@aws_subscribe(mutations: [" + text + "])";
  }

  void add_directives(Type& type) {
    if (type.kind != Kind::object) return;
    if (directives_.empty()) directives_ = type_directives(definition_, default_provider_);
    if (const auto found = directives_.find(type.name); found != directives_.end())
      append(type.directives, found->second.texts());
  }

  /// The inputs that compare single sort keys, those that are used.
  void add_key_conditions() {
    std::set<std::string> used;
    for (const Type& type : types_) {
      for (const Field& field : type.fields) {
        for (const graphql::Argument& argument : field.arguments)
          used.insert(argument.type);
      }
    }
    for (const ir::Model& model : definition_.models) {
      const auto keep = [&](const std::vector<ir::Field>& keys) {
        if (keys.size() == 1) used.insert(key_condition_input(keys.front().type));
      };
      for (const ir::Index& index : model.indexes)
        keep(fields_named(model, index.sortKeys));
      std::vector<ir::Field> keys = key_fields(model);
      keys.erase(keys.begin());
      keep(keys);
    }
    for (Type& type : key_condition_types()) {
      if (used.contains(type.name)) types_.push_back(std::move(type));
    }
  }

  const ir::Definition& definition_;
  ir::Provider default_provider_;
  std::vector<Type> types_;
  std::map<std::string, Type> roots_;
  std::map<std::string, ServiceDirectives> directives_;
  /// Of types that several others ask for.
  std::set<std::string> names_;
};

}  // namespace

std::vector<Type> graphql_schema(const ir::Definition& definition, ir::Provider default_provider) {
  const ir::Definition complete = with_event_response(definition);
  return Schema(complete, default_provider).types();
}

}  // namespace amplify::appsync
