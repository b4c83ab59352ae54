// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/entry.hpp>
#include <amplify/schema/detail/meta.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace amplify::detail {

inline constexpr std::string_view constraint_names[] = {
    "minLength", "maxLength", "startsWith", "endsWith", "matches", "gt", "lt", "gte", "lte"
};

constexpr std::string_view name_of(ir::Constraint constraint) {
  return constraint_names[static_cast<std::size_t>(constraint)];
}
constexpr bool is_about_text(ir::Constraint constraint) {
  return constraint <= ir::Constraint::matches;
}

constexpr double number_of(const literal& value) {
  return value.kind == literal_kind::integer ? static_cast<double>(value.integer) : value.real;
}

/// Of the given checks, the one of this kind, or null.
constexpr const validation* find_validation(span<validation> checks, ir::Constraint wanted) {
  for (const validation& check : checks)
    if (check.constraint == wanted) return &check;
  return nullptr;
}

/// The checks in `.validate(...)` of a scalar field.
constexpr void check_validations(const entry_check& entry, const field_meta& field) {
  const span<validation> checks = part_of(entry.schema.validations, field.validations);
  const auto fault = [&](pieces what, pieces help) { entry.field_fault(field, what, help); };
  if (checks.count == 0)
    return fault({".validate() checks nothing"}, {"add a check, as in a.minLength(3)"});
  if (field.array) return fault({"a list is not validated"}, {"remove .array() or .validate(...)"});
  const bool text = field.scalar == ir::Scalar::string;
  const bool number = field.scalar == ir::Scalar::integer || field.scalar == ir::Scalar::float_;
  if (!text && !number)
    return fault(
        {"only a.string(), a.integer() and a.float_() are validated"}, {"remove .validate(...)"}
    );
  for (const validation& check : checks) {
    const std::string_view name = name_of(check.constraint);
    if (is_about_text(check.constraint) != text)
      fault(
          {"a.", name, "(...) is for ", text ? "numbers" : "texts"},
          {text ? "use minLength, maxLength, startsWith, endsWith or matches"
                : "use gt, lt, gte, lte, positive or negative"}
      );
    if (find_validation(checks, check.constraint) != &check)
      fault({"a.", name, "(...) is there twice"}, {"keep one of the two"});
    if (check.constraint <= ir::Constraint::maxLength && check.value.integer < 0)
      fault(
          {"a.", name, "(", digits(check.value.integer).view(), "): no length is negative"},
          {"write a number from 0"}
      );
  }
  const auto contradict = [&](ir::Constraint low, ir::Constraint high, bool strict) {
    const validation* const least = find_validation(checks, low);
    const validation* const most = find_validation(checks, high);
    if (least == nullptr || most == nullptr) return;
    const double from = number_of(least->value), to = number_of(most->value);
    if (from > to || (strict && from == to))
      fault(
          {"no value passes both a.", name_of(low), "(...) and a.", name_of(high), "(...)"},
          {"make room between the two"}
      );
  };
  contradict(ir::Constraint::minLength, ir::Constraint::maxLength, false);
  contradict(ir::Constraint::gt, ir::Constraint::lt, true);
  contradict(ir::Constraint::gt, ir::Constraint::lte, true);
  contradict(ir::Constraint::gte, ir::Constraint::lt, true);
  contradict(ir::Constraint::gte, ir::Constraint::lte, false);
}

}  // namespace amplify::detail
