// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/enumeration.hpp>
#include <amplify/schema/checks/finding.hpp>
#include <amplify/schema/checks/formats.hpp>
#include <amplify/schema/checks/names.hpp>
#include <amplify/schema/detail/meta.hpp>

#include <cstdint>
#include <string_view>

namespace amplify::detail {

/// `what` and `help`, at a field.
constexpr void fault_at(
    const model_meta& model, const field_meta& field, findings& found, pieces what, pieces help
) {
  found.add({model.name.text, ".", field.name.text}, what, help);
}

constexpr void check_default(const model_meta& model, const field_meta& field, findings& found) {
  const default_value& value = field.initial;
  const auto fault = [&](pieces what, pieces help) { fault_at(model, field, found, what, help); };
  if (value.kind == default_kind::text && !has_format(field.scalar, value.text))
    fault(
        {"`", value.text, "` is no default of ", builder_of(field.scalar)},
        {example_of(field.scalar)}
    );
  const bool is_int =
      value.integer >= std::int64_t{INT32_MIN} && value.integer <= std::int64_t{INT32_MAX};
  if (value.kind == default_kind::integer && field.scalar == ir::Scalar::integer && !is_int)
    fault(
        {"the default ", digits(value.integer).view(), " has more than 32 bits"},
        {"use a.float_(), or a.string() to keep every digit"}
    );
  // Neither JSON nor GraphQL has infinity or not-a-number, whose difference from itself is not
  // zero.
  if (value.kind == default_kind::real && !(value.real - value.real == 0))
    fault({"the default is no finite number"}, {"write a number, as in .defaultTo(0.5)"});
}

/// The key of a model's table that is not declared with `a.id()`.
constexpr void check_key(const model_meta& model, const field_meta& field, findings& found) {
  const auto fault = [&](pieces what, pieces help) { fault_at(model, field, found, what, help); };
  if (field.enumeration)
    fault({"an enum is no key"}, {"write a.id() or leave `id` out"});
  else if (field.array)
    fault({"a list is no key"}, {"write a.id() or leave `id` out"});
  else if (field.scalar == ir::Scalar::boolean || field.scalar == ir::Scalar::json)
    fault({builder_of(field.scalar), " is no key"}, {"write a.id() or leave `id` out"});
  else if (field.scalar != ir::Scalar::id && !field.required)
    fault({"a key is never null"}, {"write ", builder_of(field.scalar), ".required()"});
  else if (field.initial.kind != default_kind::none)
    fault({"a key has no default"}, {"remove .defaultTo(...)"});
}

/// `createdAt` and `updatedAt`, which the API keeps.
constexpr void check_timestamp(const model_meta& model, const field_meta& field, findings& found) {
  if (field.enumeration || field.array || field.scalar != ir::Scalar::datetime)
    fault_at(
        model, field, found, {"the API keeps a date and time here"},
        {"write a.datetime(), leave `", field.name.text, "` out, or rename it"}
    );
}

/// `owner`, where a rule `allow.owner()` keeps who created an item.
constexpr void check_owner(const model_meta& model, const field_meta& field, findings& found) {
  if (field.enumeration || field.array || field.scalar != ir::Scalar::string)
    fault_at(
        model, field, found, {"allow.owner() keeps a text here"},
        {"write a.string(), or leave `owner` out"}
    );
}

constexpr bool is_good_name(const name& n) {
  return n.valid && !n.repeated && n.meaning != word::filter;
}

constexpr void report_name(const model_meta& model, const field_meta& field, findings& found) {
  const std::string_view text = field.name.text;
  const auto fault = [&](pieces what, pieces help) { fault_at(model, field, found, what, help); };
  if (text.empty())
    fault({"a field has no name"}, {"name it"});
  else if (text.substr(0, 2) == "__")
    fault({"names that start with __ belong to GraphQL"}, {"rename the field"});
  else if (!field.name.valid)
    fault({"no name in GraphQL"}, {"use letters, digits and _, and start with a letter or _"});
  else if (field.name.repeated)
    fault({"the field is declared twice"}, {"remove or rename one of the two"});
  else
    fault({"every filter has `", text, "` already"}, {"rename the field"});
}

constexpr void check_field(
    const schema_view& schema, const model_meta& model, const field_meta& field, bool has_owner,
    findings& found
) {
  if (!is_good_name(field.name)) return report_name(model, field, found);
  const word meaning = field.name.meaning;
  if (meaning == word::id)
    check_key(model, field, found);
  else if (meaning == word::created_at || meaning == word::updated_at)
    check_timestamp(model, field, found);
  else if (meaning == word::owner && has_owner)
    check_owner(model, field, found);
  if (field.enumeration)
    check_enumeration(schema, model, field, found);
  else if (field.initial.kind != default_kind::none)
    check_default(model, field, found);
}

}  // namespace amplify::detail
