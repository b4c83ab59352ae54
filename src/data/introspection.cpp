// SPDX-License-Identifier: Apache-2.0
#include "data/introspection.hpp"

#include "data/custom_operations.hpp"
#include "data/fields.hpp"
#include "data/model_operations.hpp"
#include "data/model_types.hpp"
#include "data/names.hpp"
#include "data/relation_index.hpp"
#include "schema/plural.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace amplify::appsync {
namespace {

using Json = nlohmann::ordered_json;

/// `String`, `{"enum": "Color"}`; `custom` is the word for a custom type: `nonModel` or `input`.
Json type_json(const ir::Type& type, const char* custom) {
  switch (type.kind) {
    case ir::TypeKind::scalar:
      break;
    case ir::TypeKind::enumeration:
      return {{"enum", type.name}};
    case ir::TypeKind::customType:
      return {{custom, type.name}};
    case ir::TypeKind::model:
      return {{"model", type.name}};
  }
  return graphql_scalar(type.scalar);
}

/// What fields, arguments and operations have in common.
Json value_json(const std::string& name, const ir::Type& type, const char* custom = "nonModel") {
  Json json = {{"name", name}, {"isArray", type.array}, {"type", type_json(type, custom)}};
  json["isRequired"] = type.array ? type.elementRequired : type.required;
  if (type.array) json["isArrayNullable"] = !type.required;
  return json;
}

Json field_json(const std::string& name, const ir::Type& type) {
  Json json = value_json(name, type);
  json["attributes"] = Json::array();
  return json;
}

class Introspection {
 public:
  explicit Introspection(const ir::Definition& definition) : definition_(definition) {}

  Json json() {
    Json json = {
        {"version", 1},
        {"models", models()},
        {"enums", enums()},
        {"nonModels", custom_types()},
    };
    const auto add = [&](const char* name, Json section) {
      if (!section.empty()) json[name] = std::move(section);
    };
    add("queries", operations(ir::OperationType::query));
    add("mutations", operations(ir::OperationType::mutation));
    add("subscriptions", operations(ir::OperationType::subscription));
    add("inputs", std::move(inputs_));
    return json;
  }

 private:
  // Models

  Json models() const {
    Json models = Json::object();
    for (const ir::Model& model : definition_.models)
      models[model.name] = model_json(model);
    return models;
  }

  Json model_json(const ir::Model& model) const {
    std::vector<std::string> keys;
    for (const ir::Field& key : key_fields(model))
      keys.push_back(key.name);
    const std::vector<std::string> sort_keys(keys.begin() + 1, keys.end());
    return {
        {"name", model.name},
        {"fields", fields_json(model)},
        {"syncable", true},
        {"pluralName", ir::plural(model.name)},
        {"attributes", attributes_json(model)},
        {"primaryKeyInfo",
         {{"isCustomPrimaryKey", keys != std::vector<std::string>{"id"}},
          {"primaryKeyFieldName", keys.front()},
          {"sortKeyFieldNames", sort_keys}}},
    };
  }

  Json fields_json(const ir::Model& model) const {
    Json fields = Json::object();
    if (!has_identifier(model)) fields["id"] = field_json("id", key_fields(model).front().type);
    for (const ir::Field& field : model.fields) {
      ir::Type type = field.type;
      if (has_identifier(model) && is_key(model, field.name)) type.required = true;
      if (fields.contains(field.name)) continue;
      Json json = field_json(field.name, type);
      if (field.relation) json["association"] = association(model, field);
      if (is_kept(field)) {
        json["isRequired"] = false;
        // Clients leave out of updates what is read-only.
        if (field.option != ir::OptionField::version) json["isReadOnly"] = true;
      }
      fields[field.name] = std::move(json);
    }
    for (const ir::Field& timestamp : implicit_timestamps(model)) {
      Json json = field_json(timestamp.name, timestamp.type);
      // Clients may leave out what the API fills in.
      json["isRequired"] = false;
      json["isReadOnly"] = true;
      fields[timestamp.name] = std::move(json);
    }
    return fields;
  }

  Json association(const ir::Model& model, const ir::Field& field) const {
    const ir::Relation& relation = *field.relation;
    switch (relation.kind) {
      case ir::Relationship::hasMany:
        return {
            {"connectionType", "HAS_MANY"},
            {"associatedWith", associated_fields(model, field)},
        };
      case ir::Relationship::hasOne:
        return {
            {"connectionType", "HAS_ONE"},
            {"associatedWith",
             relation.referencesHere ? related_keys(field.type.name) : relation.references},
            {"targetNames",
             relation.referencesHere ? relation.references : std::vector<std::string>()},
        };
      case ir::Relationship::belongsTo:
        break;
    }
    return {{"connectionType", "BELONGS_TO"}, {"targetNames", relation.references}};
  }

  const ir::Model* find_model(const std::string& name) const {
    const auto found = std::ranges::find(definition_.models, name, &ir::Model::name);
    return found == definition_.models.end() ? nullptr : &*found;
  }

  std::vector<std::string> related_keys(const std::string& model) const {
    std::vector<std::string> names;
    if (const ir::Model* related = find_model(model)) {
      for (const ir::Field& key : key_fields(*related))
        names.push_back(key.name);
    }
    return names;
  }

  /// Of a relation by an index, as in Amplify Gen 1, clients want the field of the other side that
  /// leads back.
  std::vector<std::string> associated_fields(const ir::Model& model, const ir::Field& field) const {
    const ir::Relation& relation = *field.relation;
    const ir::Model* related = find_model(field.type.name);
    if (!related || !find_index(*related, relation.index)) return relation.references;
    for (const ir::Field& other : related->fields) {
      if (other.relation && other.type.name == model.name &&
          other.relation->references == relation.references)
        return {other.name};
    }
    return relation.references;
  }

  // Attributes

  Json attributes_json(const ir::Model& model) const {
    Json attributes = Json::array();
    attributes.push_back({{"type", "model"}, {"properties", disabled_json(model)}});
    if (!model.renamedFrom.empty())
      attributes.push_back({{"type", "mapsTo"}, {"properties", {{"name", model.renamedFrom}}}});
    if (has_identifier(model))
      attributes.push_back({{"type", "key"}, {"properties", {{"fields", model.identifier}}}});
    for (const ir::Field& field : model.fields) {
      for (const ir::Index& index : model.indexes) {
        if (index.partitionKey == field.name)
          attributes.push_back({{"type", "key"}, {"properties", index_json(index)}});
      }
    }
    for (const auto& [name, fields] : untold_relations(model)) {
      attributes.push_back({{"type", "key"}, {"properties", {{"name", name}, {"fields", fields}}}});
    }
    Json rules = Json::array();
    for (const ir::Rule& rule : model.rules)
      rules.push_back(rule_json(rule));
    attributes.push_back({{"type", "auth"}, {"properties", {{"rules", std::move(rules)}}}});
    return attributes;
  }

  /// The indexes made for relations to this model that its own fields don't tell of. Amplify looks
  /// at the first field that leads to the other model, whether it belongs to that relation or not.
  std::vector<std::pair<std::string, std::vector<std::string>>> untold_relations(
      const ir::Model& model
  ) const {
    std::vector<std::pair<std::string, std::vector<std::string>>> indexes;
    for (const ir::Model& other : definition_.models) {
      const auto back = std::ranges::find_if(model.fields, [&](const ir::Field& field) {
        return is_relation(field) && field.type.name == other.name;
      });
      const bool told = back != model.fields.end() && back->relation &&
                        back->relation->kind == ir::Relationship::belongsTo;
      for (const ir::Field& field : other.fields) {
        const auto& relation = field.relation;
        if (told || field.type.name != model.name || !relation ||
            relation->kind != ir::Relationship::hasMany || find_index(model, relation->index))
          continue;
        indexes.emplace_back("gsi-" + other.name + "." + field.name, relation->references);
      }
    }
    return indexes;
  }

  static Json index_json(const ir::Index& index) {
    Json fields = Json::array({index.partitionKey});
    for (const std::string& key : index.sortKeys)
      fields.push_back(key);
    return {
        {"name", index.name},
        {"queryField", index.queryField.empty() ? Json() : Json(index.queryField)},
        {"fields", std::move(fields)},
    };
  }

  /// As `@model` says it: `{"queries": {"list": null}, "subscriptions": null}`.
  static Json disabled_json(const ir::Model& model) {
    using ir::GeneratedOperation;
    struct Entry {
      const char* map;
      const char* name;
      GeneratedOperation operation;
    };
    static constexpr std::array<Entry, 8> entries = {{
        {"queries", "get", GeneratedOperation::get},
        {"queries", "list", GeneratedOperation::list},
        {"mutations", "create", GeneratedOperation::create},
        {"mutations", "update", GeneratedOperation::update},
        {"mutations", "delete", GeneratedOperation::delete_},
        {"subscriptions", "onCreate", GeneratedOperation::onCreate},
        {"subscriptions", "onUpdate", GeneratedOperation::onUpdate},
        {"subscriptions", "onDelete", GeneratedOperation::onDelete},
    }};
    Json json = Json::object();
    for (const auto& [map, name, operation] : entries) {
      const auto& disabled = model.disabledOperations;
      if (std::ranges::find(disabled, operation) != disabled.end()) json[map][name] = nullptr;
    }
    for (auto& [map, names] : json.items()) {
      const auto size = static_cast<std::size_t>(
          std::ranges::count_if(entries, [&](const Entry& entry) { return map == entry.map; })
      );
      if (names.size() == size) names = nullptr;
    }
    return json;
  }

  static Json rule_json(const ir::Rule& rule) {
    Json json = {{"allow", strategy_name(rule.allow)}};
    const bool identifies = rule.allow == ir::Allow::owner || rule.allow == ir::Allow::groups;
    if (identifies || states_provider(rule.allow, rule.provider))
      json["provider"] = provider_name(rule.provider);
    if (rule.allow == ir::Allow::owner) {
      json["ownerField"] = rule.ownerField;
      json["identityClaim"] = rule.identityClaim.empty() ? "cognito:username" : rule.identityClaim;
    }
    if (rule.allow == ir::Allow::groups) {
      json["groupClaim"] = rule.groupClaim.empty() ? "cognito:groups" : rule.groupClaim;
      if (rule.groupsField.empty()) {
        json["groups"] = rule.groups;
      } else {
        json["groupsField"] = rule.groupsField;
        json["groupField"] = "groups";
      }
    }
    Json operations = Json::array();
    for (const ir::Operation operation : rule.operations)
      operations.push_back(operation_name(operation));
    if (operations.empty()) operations = {"create", "update", "delete", "read"};
    json["operations"] = std::move(operations);
    return json;
  }

  // Other types

  Json enums() const {
    Json enums = Json::object();
    for (const ir::EnumType& type : definition_.enums)
      enums[type.name] = {{"name", type.name}, {"values", type.values}};
    return enums;
  }

  Json custom_types() const {
    Json types = Json::object();
    for (const ir::CustomType& type : definition_.customTypes) {
      if (type.inputOnly) continue;
      Json fields = Json::object();
      for (const ir::Field& field : type.fields)
        fields[field.name] = field_json(field.name, field.type);
      types[type.name] = {{"name", type.name}, {"fields", std::move(fields)}};
    }
    return types;
  }

  // Operations

  Json operations(ir::OperationType kind) {
    Json operations = Json::object();
    for (const ir::CustomOperation& operation : definition_.operations) {
      if (operation.kind != kind) continue;
      Json json = value_json(operation.name, *operation.returns);
      if (!operation.arguments.empty()) json["arguments"] = arguments(operation);
      operations[operation.name] = std::move(json);
    }
    if (kind == ir::OperationType::mutation) add_mutations_of_deleted(operations);
    return operations;
  }

  /// `restorePost` and `purgePost`: Amplify's clients take them for mutations of the user's. For
  /// `listDeletedPosts` they have no form.
  void add_mutations_of_deleted(Json& mutations) {
    for (const ir::Model& model : definition_.models) {
      for (const ModelOperation& operation : model_operations(model)) {
        if (!operation.takesKey || operation.kind != ModelOperation::Kind::mutation) continue;
        Json json = value_json(operation.field, {.kind = ir::TypeKind::model, .name = model.name});
        for (const ir::Field& key : key_fields(model)) {
          ir::Type type = key.type;
          type.required = true;
          json["arguments"][key.name] = input_value(key.name, type);
        }
        mutations[operation.field] = std::move(json);
      }
    }
  }

  Json arguments(const ir::CustomOperation& operation) {
    Json arguments = Json::object();
    for (const ir::Argument& argument : operation.arguments)
      arguments[argument.name] = input_value(argument.name, argument.type);
    return arguments;
  }

  /// A value that clients write, and the inputs it is made of.
  Json input_value(const std::string& name, const ir::Type& type) {
    if (type.kind != ir::TypeKind::customType) return value_json(name, type);
    ir::Type input = type;
    const auto custom =
        std::ranges::find(definition_.customTypes, type.name, &ir::CustomType::name);
    if (custom != definition_.customTypes.end()) {
      input.name = input_type(*custom);
      add_input(*custom);
    }
    return value_json(name, input, "input");
  }

  void add_input(const ir::CustomType& type) {
    const std::string name = input_type(type);
    if (inputs_.contains(name)) return;
    inputs_[name] = {{"name", name}};
    Json attributes = Json::object();
    for (const ir::Field& field : type.fields)
      attributes[field.name] = input_value(field.name, field.type);
    inputs_[name]["attributes"] = std::move(attributes);
  }

  const ir::Definition& definition_;
  Json inputs_ = Json::object();
};

}  // namespace

std::string model_introspection(const ir::Definition& definition) {
  const ir::Definition complete = with_event_response(definition);
  return Introspection(complete).json().dump(2) + "\n";
}

}  // namespace amplify::appsync
