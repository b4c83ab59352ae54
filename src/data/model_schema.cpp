// SPDX-License-Identifier: Apache-2.0
#include "data/model_schema.hpp"

#include "data/fields.hpp"
#include "data/names.hpp"

#include <fmt/format.h>

#include <string_view>
#include <type_traits>

namespace amplify::appsync {
namespace {

/// A GraphQL string literal.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
          out += c;
        }
    }
  }
  return out + "\"";
}

std::string default_directive(const ir::Literal& value) {
  const auto text = [](const auto& literal) -> std::string {
    using T = std::remove_cvref_t<decltype(literal)>;
    if constexpr (std::is_same_v<T, std::monostate>) {
      return {};
    } else {
      return fmt::format("{}", literal);
    }
  };
  if (std::holds_alternative<std::monostate>(value)) return {};
  return " @default(value: " + quoted(std::visit(text, value)) + ")";
}

std::string rule_text(const ir::Rule& rule) {
  std::string text;
  switch (rule.allow) {
    case ir::Allow::owner:
      text = "{allow: owner";
      break;
    case ir::Allow::private_:
      text = "{allow: private";
      break;
    case ir::Allow::public_:
      text = "{allow: public";
      break;
    case ir::Allow::groups:
      text = "{allow: groups";
      break;
    case ir::Allow::custom:
      text = "{allow: custom";
      break;
  }
  if (rule.provider == ir::Provider::apiKey) text += ", provider: apiKey";
  if (rule.provider == ir::Provider::identityPool) text += ", provider: identityPool";
  if (!rule.operations.empty()) {
    std::string_view separator = ", operations: [";
    for (const ir::Operation operation : rule.operations) {
      text += separator;
      text += operation_name(operation);
      separator = ", ";
    }
    text += "]";
  }
  if (rule.allow == ir::Allow::owner) text += ", ownerField: " + quoted(rule.ownerField);
  return text + "}";
}

std::string model_text(const ir::Model& model) {
  std::string text = "type " + model.name + " @model @auth(rules: [";
  std::string_view separator;
  for (const ir::Rule& rule : model.rules) {
    text += separator;
    text += rule_text(rule);
    separator = ",\n  ";
  }
  text += "])\n{\n";
  for (const ir::Field& field : model.fields) {
    text += "  " + field.name + ": " + graphql_type(field);
    text += field.name == "id" ? " @primaryKey" : default_directive(field.defaultValue);
    text += "\n";
  }
  return text + "}\n";
}

}  // namespace

std::string model_schema(const ir::Definition& definition) {
  std::string text;
  std::string_view separator;
  for (const ir::Model& model : definition.models) {
    text += separator;
    text += model_text(model);
    separator = "\n";
  }
  for (const ir::EnumType& enumeration : definition.enums) {
    text += "\nenum " + enumeration.name + " {\n";
    for (const std::string& value : enumeration.values)
      text += "  " + value + "\n";
    text += "}\n";
  }
  return text;
}

}  // namespace amplify::appsync
