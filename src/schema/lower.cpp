// SPDX-License-Identifier: Apache-2.0
#include <amplify/error.hpp>
#include <amplify/schema/definition.hpp>
#include <amplify/schema/schema_ref.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace amplify {
namespace {

using detail::field_meta;
using detail::model_meta;
using detail::schema_view;

ir::Literal lower(const detail::default_value& value) {
  switch (value.kind) {
    case detail::default_kind::none:
      break;
    case detail::default_kind::boolean:
      return value.boolean;
    case detail::default_kind::integer:
      return value.integer;
    case detail::default_kind::real:
      return value.real;
    case detail::default_kind::text:
      return std::string(value.text);
  }
  return {};
}

std::string enum_name(const model_meta& model, const field_meta& field) {
  std::string name(field.name.text);
  name[0] = detail::capital(name[0]);
  return std::string(model.name.text) + name;
}

ir::Field lower(const model_meta& model, const field_meta& field) {
  return {
      .name = std::string(field.name.text),
      .type =
          {
              .kind = field.enumeration ? ir::TypeKind::enumeration : ir::TypeKind::scalar,
              .scalar = field.scalar,
              .name = field.enumeration ? enum_name(model, field) : std::string(),
              .required = field.required,
              .array = field.array,
              .elementRequired = field.element_required,
          },
      .defaultValue = lower(field.initial),
  };
}

ir::Rule lower(const AuthorizationRule& rule) {
  ir::Rule result{
      .allow = rule.strategy,
      .provider = rule.provider,
      .ownerField = std::string(rule.owner_field),
  };
  result.operations.assign(rule.operations, rule.operations + rule.operation_count);
  return result;
}

ir::EnumType lower_enum(
    const schema_view& schema, const model_meta& model, const field_meta& field
) {
  ir::EnumType type{.name = enum_name(model, field)};
  for (std::size_t i = 0; i < field.value_count; ++i)
    type.values.emplace_back(schema.values[field.first_value + i]);
  return type;
}

void add_model(const schema_view& schema, const model_meta& model, ir::Definition& definition) {
  ir::Model result{.name = std::string(model.name.text)};
  for (std::size_t i = 0; i < model.field_count; ++i) {
    const field_meta& field = schema.fields[model.first_field + i];
    result.fields.push_back(lower(model, field));
    // Declared, the key is the user's own, which clients may query by.
    if (field.name.text == "id") result.identifier = {"id"};
    if (field.enumeration) definition.enums.push_back(lower_enum(schema, model, field));
  }
  for (std::size_t i = 0; i < model.rule_count; ++i)
    result.rules.push_back(lower(schema.rules[model.first_rule + i]));
  definition.models.push_back(std::move(result));
}

std::string text(const detail::message& message) { return std::string(message.view()); }

}  // namespace

std::vector<Diagnostic> SchemaRef::diagnostics() const {
  const auto fault = [](std::string where, std::string what, std::string help) {
    return Diagnostic{"InvalidSchemaError", std::move(where), std::move(what), std::move(help)};
  };
  if (!given()) return {fault("schema", "no schema is given", "write .schema = schema")};
  std::vector<Diagnostic> faults;
  for (std::size_t model = 0; model < view_.model_count; ++model) {
    detail::findings all;
    check_model(view_, model, all);
    for (std::size_t i = 0; i < all.count(); ++i) {
      detail::finding kept;
      detail::findings one(i, kept);
      check_model(view_, model, one);
      faults.push_back(fault(text(kept.where), text(kept.what), text(kept.help)));
    }
  }
  return faults;
}

ir::Definition SchemaRef::definition() const {
  if (auto faults = diagnostics(); !faults.empty()) throw UserError(std::move(faults));
  ir::Definition definition;
  for (std::size_t i = 0; i < view_.model_count; ++i)
    add_model(view_, view_.models[i], definition);
  std::ranges::sort(definition.models, {}, &ir::Model::name);
  std::ranges::sort(definition.enums, {}, &ir::EnumType::name);
  return definition;
}

}  // namespace amplify
