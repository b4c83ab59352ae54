// SPDX-License-Identifier: Apache-2.0
#include "data/validation/checks.hpp"

#include <amplify/schema/checks/names.hpp>

#include <fmt/format.h>

#include <set>

namespace amplify::appsync {
namespace {

std::vector<std::string> names_of(const auto& parts) {
  std::vector<std::string> names;
  for (const auto& part : parts)
    names.push_back(part.name);
  return names;
}

void check_enum(Examination& examination, const ir::EnumType& type) {
  if (type.values.empty()) examination.fault(type.name, "the enum has no values", "give it one");
  check_names(examination, type.name, type.values, "value");
  for (const std::string& value : type.values) {
    if (detail::is_reserved_enum_value(value))
      examination.fault(
          type.name + "." + value, "GraphQL has a constant of this name", "rename it"
      );
  }
}

/// Whether each value of `name` holds one of `target`: no such value can ever be made.
bool must_hold(
    const Examination& examination, const std::string& name, const std::string& target,
    std::set<std::string>& seen
) {
  const ir::CustomType* type = examination.custom_type(name);
  if (!type) return false;
  for (const ir::Field& field : type->fields) {
    const bool needed =
        field.type.kind == ir::TypeKind::customType && field.type.required && !field.type.array;
    if (!needed) continue;
    if (field.type.name == target) return true;
    if (seen.insert(field.type.name).second &&
        must_hold(examination, field.type.name, target, seen))
      return true;
  }
  return false;
}

void check_custom_type(Examination& examination, const ir::CustomType& type) {
  if (type.fields.empty()) examination.fault(type.name, "has no fields", "declare one");
  check_names(examination, type.name, names_of(type.fields), "field");
  for (const ir::Field& field : type.fields) {
    const std::string where = type.name + "." + field.name;
    check_static_rules(examination, where, field.rules);
    if (!std::holds_alternative<std::monostate>(field.defaultValue)) {
      examination.fault(
          where, "only a model's fields have defaults",
          "let whoever handles the operation fill it in"
      );
    }
    if (!field.validations.empty())
      examination.fault(where, "only a model's fields are validated", "remove it");
  }
  std::set<std::string> seen;
  if (must_hold(examination, type.name, type.name, seen)) {
    examination.fault(
        type.name, "each value would have to hold another without end",
        "make a field on the way optional, or a list"
    );
  }
}

}  // namespace

void check_types(Examination& examination) {
  for (const ir::EnumType& type : examination.definition.enums)
    check_enum(examination, type);
  for (const ir::CustomType& type : examination.definition.customTypes)
    check_custom_type(examination, type);
}

}  // namespace amplify::appsync
