// SPDX-License-Identifier: Apache-2.0
#include "data/fields.hpp"

#include "data/access.hpp"
#include "data/names.hpp"

#include <algorithm>

namespace amplify::appsync {

const ir::Field* find_field(const ir::Model& model, std::string_view name) {
  const auto found = std::ranges::find(model.fields, name, &ir::Field::name);
  return found == model.fields.end() ? nullptr : &*found;
}

const ir::Field* find_field(const ir::Model& model, ir::OptionField option) {
  const auto found = std::ranges::find(model.fields, option, &ir::Field::option);
  return found == model.fields.end() ? nullptr : &*found;
}

std::vector<ir::Field> fields_named(const ir::Model& model, const std::vector<std::string>& names) {
  std::vector<ir::Field> fields;
  for (const std::string& name : names) {
    if (const ir::Field* field = find_field(model, name)) fields.push_back(*field);
  }
  return fields;
}

std::vector<ir::Field> key_fields(const ir::Model& model) {
  std::vector<ir::Field> fields = fields_named(
      model, has_identifier(model) ? model.identifier : std::vector<std::string>{"id"}
  );
  if (fields.empty()) fields.push_back({.name = "id", .type = {.scalar = ir::Scalar::id}});
  for (ir::Field& field : fields)
    field.type.required = true;
  return fields;
}

bool is_key(const ir::Model& model, std::string_view field) {
  if (!has_identifier(model)) return field == "id";
  return std::ranges::find(model.identifier, field) != model.identifier.end();
}

std::string key_type(const ir::Model& model) { return named_type(key_fields(model).front().type); }

std::vector<ir::Field> implicit_timestamps(const ir::Model& model) {
  std::vector<ir::Field> fields;
  for (const char* name : {"createdAt", "updatedAt"}) {
    if (!find_field(model, name))
      fields.push_back({.name = name, .type = {.scalar = ir::Scalar::datetime, .required = true}});
  }
  return fields;
}

std::vector<std::string> implicit_owner_fields(const ir::Model& model) {
  std::vector<std::string> names;
  const AccessMatrix matrix(model);
  for (const Role& role : parts(matrix.roles())) {
    if (role.allow != ir::Allow::owner || find_field(model, role.field)) continue;
    if (std::ranges::find(names, role.field) == names.end()) names.push_back(role.field);
  }
  return names;
}

std::string named_type(const ir::Type& type) {
  return type.kind == ir::TypeKind::scalar ? std::string(graphql_scalar(type.scalar)) : type.name;
}

std::string graphql_type(const ir::Type& type, const std::string& name) {
  std::string text = name;
  if (type.array) text = "[" + text + (type.elementRequired ? "!]" : "]");
  if (type.required) text += "!";
  return text;
}

std::string graphql_type(const ir::Type& type) { return graphql_type(type, named_type(type)); }

}  // namespace amplify::appsync
