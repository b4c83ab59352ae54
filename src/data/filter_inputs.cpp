// SPDX-License-Identifier: Apache-2.0
#include "data/filter_inputs.hpp"

#include "data/names.hpp"

#include <initializer_list>
#include <string_view>

namespace amplify::appsync {
namespace {

using graphql::Field;
using graphql::Kind;
using graphql::Type;

/// Filters know five kinds of value; dates, emails and the like are strings to them.
std::string_view filter_kind(ir::Scalar scalar) {
  switch (scalar) {
    case ir::Scalar::id:
      return "ID";
    case ir::Scalar::integer:
    case ir::Scalar::timestamp:
      return "Int";
    case ir::Scalar::float_:
      return "Float";
    case ir::Scalar::boolean:
      return "Boolean";
    default:
      return "String";
  }
}

void add(Type& type, std::initializer_list<std::string_view> names, const std::string& field_type) {
  for (const std::string_view name : names)
    type.fields.push_back({std::string(name), field_type});
}

bool is_text(std::string_view kind) { return kind == "String" || kind == "ID"; }

/// The comparisons that make sense for the kind of value.
Type comparisons(std::string name, const std::string& kind) {
  Type input{Kind::input, std::move(name)};
  add(input, {"ne", "eq"}, kind);
  if (kind == "Boolean") return input;
  add(input, {"le", "lt", "ge", "gt"}, kind);
  if (is_text(kind)) add(input, {"contains", "notContains"}, kind);
  add(input, {"between"}, "[" + kind + "]");
  if (is_text(kind)) add(input, {"beginsWith"}, kind);
  return input;
}

Type filter_type(const std::string& kind) {
  Type input = comparisons("Model" + kind + "Input", kind);
  add(input, {"attributeExists"}, "Boolean");
  add(input, {"attributeType"}, "ModelAttributeTypes");
  if (is_text(kind)) add(input, {"size"}, "ModelSizeInput");
  return input;
}

Type subscription_filter_type(const std::string& kind) {
  Type input = comparisons("ModelSubscription" + kind + "Input", kind);
  if (kind != "Boolean") add(input, {"in", "notIn"}, "[" + kind + "]");
  return input;
}

Type enumeration(std::string name, std::initializer_list<std::string_view> values) {
  Type type{Kind::enumeration, std::move(name)};
  add(type, values, "");
  return type;
}

}  // namespace

std::string filter_input(const ir::Type& type) {
  if (type.kind == ir::TypeKind::enumeration)
    return "Model" + type.name + (type.array ? "ListInput" : "Input");
  return "Model" + std::string(filter_kind(type.scalar)) + "Input";
}

std::string subscription_filter_input(const ir::Type& type) {
  if (type.kind == ir::TypeKind::enumeration) return "ModelSubscriptionStringInput";
  return "ModelSubscription" + std::string(filter_kind(type.scalar)) + "Input";
}

Type enum_filter_input(const ir::Type& type) {
  Type input{Kind::input, filter_input(type)};
  add(input, {"eq", "ne"}, type.array ? "[" + type.name + "]" : type.name);
  if (type.array) add(input, {"contains", "notContains"}, type.name);
  return input;
}

std::string key_condition_input(const ir::Type& type) {
  const bool scalar = type.kind == ir::TypeKind::scalar;
  return "Model" + std::string(scalar ? filter_kind(type.scalar) : "String") + "KeyConditionInput";
}

std::vector<Type> key_condition_types() {
  std::vector<Type> types;
  for (const char* kind : {"String", "ID", "Int", "Float"}) {
    Type input{Kind::input, "Model" + std::string(kind) + "KeyConditionInput"};
    add(input, {"eq", "le", "lt", "ge", "gt"}, kind);
    add(input, {"between"}, "[" + std::string(kind) + "]");
    if (is_text(kind)) add(input, {"beginsWith"}, kind);
    types.push_back(std::move(input));
  }
  return types;
}

std::string composite_key_part(const ir::Type& type, bool last) {
  if (type.kind != ir::TypeKind::scalar) return type.name;
  return std::string(last ? filter_kind(type.scalar) : graphql_scalar(type.scalar));
}

Type composite_key_condition(std::string name, const std::string& key_input) {
  Type input{Kind::input, std::move(name)};
  add(input, {"eq", "le", "lt", "ge", "gt"}, key_input);
  add(input, {"between"}, "[" + key_input + "]");
  add(input, {"beginsWith"}, key_input);
  return input;
}

std::vector<Type> standard_types() {
  std::vector<Type> types;
  types.push_back({Kind::input, "AmplifyAIConversationTurnErrorInput"});
  add(types.back(), {"errorType", "message"}, "String!");
  const std::initializer_list<const char*> kinds = {"String", "Int", "Float", "Boolean", "ID"};
  for (const char* kind : kinds)
    types.push_back(filter_type(kind));
  for (const char* kind : kinds)
    types.push_back(subscription_filter_type(kind));
  types.push_back(enumeration(
      "ModelAttributeTypes", {"binary", "binarySet", "bool", "list", "map", "number", "numberSet",
                              "string", "stringSet", "_null"}
  ));
  types.push_back({Kind::input, "ModelSizeInput"});
  add(types.back(), {"ne", "eq", "le", "lt", "ge", "gt"}, "Int");
  add(types.back(), {"between"}, "[Int]");
  types.push_back(enumeration("ModelSortDirection", {"ASC", "DESC"}));
  return types;
}

}  // namespace amplify::appsync
