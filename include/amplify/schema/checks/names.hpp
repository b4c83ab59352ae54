// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace amplify::detail {

/// Types that GraphQL or the generated API already have.
inline constexpr std::string_view taken_type_names[] = {
    "Query",
    "Mutation",
    "Subscription",
    "ID",
    "String",
    "Int",
    "Float",
    "Boolean",
    "ModelAttributeTypes",
    "ModelSizeInput",
    "ModelSortDirection",
    "ModelIDInput",
    "ModelStringInput",
    "ModelIntInput",
    "ModelFloatInput",
    "ModelBooleanInput",
    "ModelSubscriptionIDInput",
    "ModelSubscriptionStringInput",
    "ModelSubscriptionIntInput",
    "ModelSubscriptionFloatInput",
    "ModelSubscriptionBooleanInput"
};

/// Whether a model may not have this name. AppSync keeps every name that starts with `AWS` to
/// itself.
constexpr bool is_reserved_type_name(std::string_view text) {
  if (text.substr(0, 3) == "AWS") return true;
  for (const auto taken : taken_type_names)
    if (text == taken) return true;
  return false;
}

/// What the API derives from a model or an enum `X`: types called `CreateXInput`,
/// `ModelXFilterInput` and so on.
struct derived_name {
  std::string_view before, after;
};
inline constexpr derived_name derived_type_names[] = {
    {"Create", "Input"},      {"Update", "Input"},
    {"Delete", "Input"},      {"ModelSubscription", "FilterInput"},
    {"Model", "FilterInput"}, {"Model", "ConditionInput"},
    {"Model", "Connection"},  {"Model", "ListInput"},
    {"Model", "Input"}
};

/// The `X` of a derived name, or nothing.
constexpr std::string_view derived_from(std::string_view text, const derived_name& form) {
  const auto around = form.before.size() + form.after.size();
  if (text.size() <= around || text.substr(0, form.before.size()) != form.before) return {};
  if (text.substr(text.size() - form.after.size()) != form.after) return {};
  return text.substr(form.before.size(), text.size() - around);
}

/// GraphQL specification, section 3.9: values that an enum may not have.
constexpr bool is_reserved_enum_value(std::string_view text) {
  return text == "true" || text == "false" || text == "null";
}

}  // namespace amplify::detail
