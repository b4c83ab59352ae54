// SPDX-License-Identifier: Apache-2.0
#include "data/access.hpp"
#include "data/fields.hpp"
#include "data/names.hpp"
#include "data/validation/checks.hpp"

#include <amplify/schema/checks/formats.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>

namespace amplify::appsync {
namespace {

std::string shown(const ir::Literal& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* boolean = std::get_if<bool>(&value)) return *boolean ? "true" : "false";
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  if (const auto* real = std::get_if<double>(&value)) return fmt::format("{}", *real);
  return {};
}

bool has_type(const ir::Literal& value, ir::Scalar scalar) {
  switch (scalar) {
    case ir::Scalar::boolean:
      return std::holds_alternative<bool>(value);
    case ir::Scalar::integer:
    case ir::Scalar::timestamp:
      return std::holds_alternative<std::int64_t>(value);
    case ir::Scalar::float_:
      return std::holds_alternative<double>(value) || std::holds_alternative<std::int64_t>(value);
    default:
      return std::holds_alternative<std::string>(value);
  }
}

std::optional<double> number(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && !text.empty() && end == text.data() + text.size();
  return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

bool is_numeric(ir::Constraint constraint) { return constraint >= ir::Constraint::gt; }

bool is_length(ir::Constraint constraint) {
  return constraint == ir::Constraint::minLength || constraint == ir::Constraint::maxLength;
}

/// Fields that the API fills in itself, and the filters' own.
void check_meaning(Examination& examination, const ir::Model& model, const ir::Field& field) {
  const std::string where = model.name + "." + field.name;
  const bool scalar = field.type.kind == ir::TypeKind::scalar && !field.type.array;
  if (field.name == "and" || field.name == "or" || field.name == "not") {
    examination.fault(
        where, fmt::format("every filter has `{}` already", field.name), "rename the field"
    );
  } else if (field.name == "createdAt" || field.name == "updatedAt") {
    if (!scalar ||
        (field.type.scalar != ir::Scalar::datetime && field.type.scalar != ir::Scalar::string)) {
      examination.fault(
          where, "the API keeps a date and time here",
          fmt::format("write AWSDateTime, leave `{}` out, or rename it", field.name)
      );
    }
  }
}

void check_field(Examination& examination, const ir::Model& model, const ir::Field& field) {
  const std::string where = model.name + "." + field.name;
  check_meaning(examination, model, field);
  check_literal(examination, where, field.type, field.defaultValue);
  check_validations(examination, where, field);
}

}  // namespace

void check_literal(
    Examination& examination, const std::string& where, const ir::Type& type,
    const ir::Literal& value
) {
  if (std::holds_alternative<std::monostate>(value)) return;
  const auto fault = [&](std::string help) {
    const std::string what =
        type.kind == ir::TypeKind::scalar ? std::string(graphql_scalar(type.scalar)) : type.name;
    examination.fault(
        where, fmt::format("`{}` is no default of {}", shown(value), what), std::move(help)
    );
  };
  if (type.array || (type.kind != ir::TypeKind::scalar && type.kind != ir::TypeKind::enumeration)) {
    examination.fault(where, "only scalars and enums have defaults, and no lists", "remove it");
    return;
  }
  if (type.kind == ir::TypeKind::enumeration) {
    const ir::EnumType* enumeration = examination.enumeration(type.name);
    const std::string text = shown(value);
    if (!enumeration || std::ranges::find(enumeration->values, text) != enumeration->values.end())
      return;
    return fault(suggestion(
        text, {enumeration->values.begin(), enumeration->values.end()},
        fmt::format("write one of its values, such as `{}`", enumeration->values.front())
    ));
  }
  if (!has_type(value, type.scalar)) return fault("write a value of this type");
  if (const auto* text = std::get_if<std::string>(&value)) {
    if (!detail::has_format(type.scalar, *text))
      fault(std::string(detail::example_of(type.scalar)));
  }
  const auto* whole = std::get_if<std::int64_t>(&value);
  if (whole && type.scalar == ir::Scalar::integer &&
      (*whole < std::numeric_limits<std::int32_t>::min() ||
       *whole > std::numeric_limits<std::int32_t>::max()))
    fault("an Int has 32 bits: use Float, or String to keep every digit");
}

void check_validations(Examination& examination, const std::string& where, const ir::Field& field) {
  if (field.validations.empty()) return;
  const bool scalar = field.type.kind == ir::TypeKind::scalar && !field.type.array;
  const bool text = scalar && field.type.scalar == ir::Scalar::string;
  const bool numeric = scalar && (field.type.scalar == ir::Scalar::integer ||
                                  field.type.scalar == ir::Scalar::float_);
  std::vector<ir::Constraint> seen;
  std::optional<double> least;
  std::optional<double> most;
  for (const ir::Validation& validation : field.validations) {
    if (std::ranges::find(seen, validation.constraint) != seen.end())
      examination.fault(where, "a constraint is there twice", "keep one of the two");
    seen.push_back(validation.constraint);
    if (is_numeric(validation.constraint) ? !numeric : !text) {
      examination.fault(
          where,
          is_numeric(validation.constraint) ? "only Int and Float have such a constraint"
                                            : "only String has such a constraint",
          "remove it, or change the type"
      );
      continue;
    }
    const bool length = is_length(validation.constraint);
    if (!length && !is_numeric(validation.constraint)) continue;
    const auto value = number(validation.value);
    if (!value || (length && (*value < 0 || *value != std::floor(*value)))) {
      examination.fault(
          where, fmt::format("`{}` is no {}", validation.value, length ? "length" : "number"),
          R"(write value: "3", say)"
      );
      continue;
    }
    const bool lower = validation.constraint == ir::Constraint::minLength ||
                       validation.constraint == ir::Constraint::gt ||
                       validation.constraint == ir::Constraint::gte;
    (lower ? least : most) = value;
  }
  if (least && most && *least > *most)
    examination.fault(where, "no value can meet both constraints", "exchange the two");
}

// https://docs.aws.amazon.com/appsync/latest/APIReference/API_PipelineConfig.html: 10 functions, of
// which one is the operation itself.
void check_hooks(Examination& examination, const ir::Model& model) {
  constexpr std::size_t most = 9;
  std::map<ir::GeneratedOperation, std::size_t> counts;
  for (const ir::Hook& hook : model.hooks) {
    for (const ir::GeneratedOperation operation : hook.operations) {
      if (++counts[operation] != most + 1) continue;
      examination.fault(
          model.name, fmt::format("more than {} handlers surround one operation", most),
          "AppSync calls 10 in a row: let one handler do the work of several"
      );
    }
  }
}

/// Whether DynamoDB looks for the field.
bool is_sought(const Examination& examination, const ir::Model& model, const ir::Field& field) {
  const auto names_it = [&](const std::vector<std::string>& names) {
    return std::ranges::find(names, field.name) != names.end();
  };
  const auto by_rule = [&](const ir::Rule& rule) {
    const std::vector<Role> asked = parts(roles(rule));
    return std::ranges::find(asked, field.name, &Role::field) != asked.end();
  };
  const auto by_index = [&](const ir::Index& index) {
    return index.partitionKey == field.name || names_it(index.sortKeys);
  };
  if (is_key(model, field.name) || model.table.timeToLive == field.name ||
      std::ranges::any_of(model.rules, by_rule) || std::ranges::any_of(model.indexes, by_index))
    return true;
  for (const ir::Field& other : model.fields) {
    if (std::ranges::any_of(other.rules, by_rule)) return true;
  }
  for (const ir::Model& other : examination.definition.models) {
    for (const ir::Field& relation : other.fields) {
      if (!relation.relation) continue;
      const bool here = relation.relation->kind == ir::Relationship::belongsTo ||
                                relation.relation->referencesHere
                            ? &other == &model
                            : relation.type.name == model.name;
      if (here && names_it(relation.relation->references)) return true;
    }
  }
  return false;
}

void check_renames(Examination& examination, const ir::Model& model) {
  if (!model.renamedFrom.empty()) {
    for (const ir::Model& other : examination.definition.models) {
      if (stored_name(other) == model.renamedFrom && &other != &model) {
        examination.fault(
            model.name,
            fmt::format("the table of {} is that of {} already", model.renamedFrom, other.name),
            "one model has the table: rename or remove one of the two"
        );
      }
    }
  }
  for (const ir::Field& field : model.fields) {
    if (field.renamedFrom.empty()) continue;
    const std::string where = model.name + "." + field.name;
    for (const ir::Field& other : model.fields) {
      if (stored_name(other) == field.renamedFrom && &other != &field) {
        examination.fault(
            where, fmt::format("items have {} under the name {}", other.name, field.renamedFrom),
            "rename or remove one of the two"
        );
      }
    }
    if (field.relation)
      examination.fault(where, "a relation stores nothing", "remove the old name");
    else if (is_sought(examination, model, field))
      examination.fault(
          where, "a key, rule, relation or expiry goes by this field",
          "keep the name, or add a field and copy the values"
      );
  }
}

void check_model(Examination& examination, const ir::Model& model) {
  if (model.fields.empty()) examination.fault(model.name, "has no fields", "declare one");
  check_hooks(examination, model);
  std::vector<std::string> names;
  for (const ir::Field& field : model.fields)
    names.push_back(field.name);
  check_names(examination, model.name, names, "field");
  for (const ir::Field& field : model.fields)
    check_field(examination, model, field);
  check_renames(examination, model);
}

}  // namespace amplify::appsync
