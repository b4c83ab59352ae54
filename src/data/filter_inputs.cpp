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

/// The comparisons that make sense for the kind of value.
Type comparisons(std::string name, const std::string& kind) {
  Type input{Kind::input, std::move(name)};
  add(input, {"ne", "eq"}, kind);
  if (kind == "Boolean") return input;
  add(input, {"le", "lt", "ge", "gt"}, kind);
  const bool text = kind == "String" || kind == "ID";
  if (text) add(input, {"contains", "notContains"}, kind);
  add(input, {"between"}, "[" + kind + "]");
  if (text) add(input, {"beginsWith"}, kind);
  return input;
}

Type filter_type(const std::string& kind) {
  Type input = comparisons("Model" + kind + "Input", kind);
  add(input, {"attributeExists"}, "Boolean");
  add(input, {"attributeType"}, "ModelAttributeTypes");
  if (kind == "String" || kind == "ID") add(input, {"size"}, "ModelSizeInput");
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

std::string filter_input(const ir::Field& field) {
  if (field.type.kind == ir::TypeKind::enumeration) return "Model" + field.type.name + "Input";
  return "Model" + std::string(filter_kind(field.type.scalar)) + "Input";
}

std::string subscription_filter_input(const ir::Field& field) {
  if (field.type.kind == ir::TypeKind::enumeration) return "ModelSubscriptionStringInput";
  return "ModelSubscription" + std::string(filter_kind(field.type.scalar)) + "Input";
}

Type enum_filter_input(const ir::EnumType& enumeration) {
  Type input{Kind::input, "Model" + enumeration.name + "Input"};
  add(input, {"eq", "ne"}, enumeration.name);
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
