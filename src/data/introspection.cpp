// SPDX-License-Identifier: Apache-2.0
#include "data/introspection.hpp"

#include "data/access.hpp"
#include "data/fields.hpp"
#include "data/names.hpp"
#include "data/plural.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace amplify::appsync {
namespace {

using Json = nlohmann::ordered_json;

Json field_json(const ir::Field& field) {
  Json json = {{"name", field.name}, {"isArray", field.type.array}};
  if (field.type.kind == ir::TypeKind::enumeration) {
    json["type"] = {{"enum", field.type.name}};
  } else {
    json["type"] = graphql_scalar(field.type.scalar);
  }
  json["isRequired"] =
      field.type.array ? field.type.elementRequired : (field.type.required || field.name == "id");
  json["attributes"] = Json::array();
  if (field.type.array) json["isArrayNullable"] = !field.type.required;
  return json;
}

Json fields_json(const ir::Model& model) {
  Json fields = Json::object();
  const ir::Field* id = find_field(model, "id");
  fields["id"] = field_json(id ? *id : ir::Field{.name = "id", .type = {.scalar = ir::Scalar::id}});
  for (const ir::Field& field : model.fields)
    fields[field.name] = field_json(field);
  for (const char* name : {"createdAt", "updatedAt"}) {
    if (find_field(model, name)) continue;
    Json timestamp = field_json({.name = name, .type = {.scalar = ir::Scalar::datetime}});
    timestamp["isReadOnly"] = true;
    fields[name] = std::move(timestamp);
  }
  return fields;
}

Json rule_json(const ir::Rule& rule) {
  Json json = Json::object();
  switch (rule.allow) {
    case ir::Allow::owner:
      json = {
          {"provider", "userPools"},
          {"ownerField", rule.ownerField},
          {"allow", "owner"},
          {"identityClaim", "cognito:username"},
      };
      break;
    case ir::Allow::private_:
      json["allow"] = "private";
      break;
    case ir::Allow::public_:
      json["allow"] = "public";
      break;
    case ir::Allow::groups:
      json["allow"] = "groups";
      break;
    case ir::Allow::custom:
      json["allow"] = "custom";
      break;
  }
  if (rule.provider == ir::Provider::apiKey) json["provider"] = "apiKey";
  if (rule.provider == ir::Provider::identityPool) json["provider"] = "identityPool";
  Json operations = Json::array();
  for (const ir::Operation operation : rule.operations)
    operations.push_back(operation_name(operation));
  if (operations.empty()) operations = {"create", "update", "delete", "read"};
  json["operations"] = std::move(operations);
  return json;
}

Json attributes_json(const ir::Model& model) {
  Json attributes = Json::array();
  attributes.push_back({{"type", "model"}, {"properties", Json::object()}});
  if (declares_id(model)) {
    attributes.push_back({{"type", "key"}, {"properties", {{"fields", Json::array({"id"})}}}});
  }
  Json rules = Json::array();
  for (const ir::Rule& rule : model.rules)
    rules.push_back(rule_json(rule));
  attributes.push_back({{"type", "auth"}, {"properties", {{"rules", std::move(rules)}}}});
  return attributes;
}

Json model_json(const ir::Model& model) {
  return {
      {"name", model.name},
      {"fields", fields_json(model)},
      {"syncable", true},
      {"pluralName", plural(model.name)},
      {"attributes", attributes_json(model)},
      {"primaryKeyInfo",
       {{"isCustomPrimaryKey", false},
        {"primaryKeyFieldName", "id"},
        {"sortKeyFieldNames", Json::array()}}},
  };
}

}  // namespace

std::string model_introspection(const ir::Definition& definition) {
  Json models = Json::object();
  for (const ir::Model& model : definition.models)
    models[model.name] = model_json(model);
  Json enums = Json::object();
  for (const ir::EnumType& type : definition.enums) {
    enums[type.name] = {{"name", type.name}, {"values", type.values}};
  }
  const Json introspection = {
      {"version", 1},
      {"models", std::move(models)},
      {"enums", std::move(enums)},
      {"nonModels", Json::object()},
  };
  return introspection.dump(2) + "\n";
}

}  // namespace amplify::appsync
