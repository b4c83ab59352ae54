// SPDX-License-Identifier: Apache-2.0
#include "data/fields.hpp"

#include "data/names.hpp"

#include <algorithm>

namespace amplify::appsync {

const ir::Field* find_field(const ir::Model& model, std::string_view name) {
  const auto found = std::ranges::find(model.fields, name, &ir::Field::name);
  return found == model.fields.end() ? nullptr : &*found;
}

std::string key_type(const ir::Model& model) {
  const ir::Field* id = find_field(model, "id");
  return id ? named_type(*id) : "ID";
}

std::vector<std::string> implicit_owner_fields(const ir::Model& model) {
  std::vector<std::string> names;
  for (const ir::Rule& rule : model.rules) {
    if (rule.allow != ir::Allow::owner || find_field(model, rule.ownerField)) continue;
    if (std::ranges::find(names, rule.ownerField) == names.end()) names.push_back(rule.ownerField);
  }
  return names;
}

std::string named_type(const ir::Field& field) {
  return field.type.kind == ir::TypeKind::scalar ? std::string(graphql_scalar(field.type.scalar))
                                                 : field.type.name;
}

std::string graphql_type(const ir::Field& field) {
  std::string type = named_type(field);
  if (field.type.array) type = "[" + type + (field.type.elementRequired ? "!]" : "]");
  // A model's key is never null, however it is declared.
  if (field.type.required || field.name == "id") type += "!";
  return type;
}

}  // namespace amplify::appsync
