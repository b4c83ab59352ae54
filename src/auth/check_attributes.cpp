// SPDX-License-Identifier: Apache-2.0
#include "auth/checks.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <set>

namespace amplify::cognito {
namespace {

constexpr std::size_t most_attributes = 50;
constexpr int longest_string = 2048;

/// What is wrong with the limits; empty when nothing is.
std::string_view fault(const StringAttribute& type) {
  if (type.minLen.value_or(0) < 0) return "minLen is negative";
  if (type.maxLen.value_or(0) > longest_string) return "maxLen is more than 2048";
  if (type.maxLen && *type.maxLen < type.minLen.value_or(0)) return "maxLen is less than minLen";
  return {};
}
std::string_view fault(const NumberAttribute& type) {
  if (type.min && type.max && *type.max < *type.min) return "max is less than min";
  return {};
}
std::string_view fault(const BooleanAttribute&) { return {}; }
std::string_view fault(const DateTimeAttribute&) { return {}; }

}  // namespace

void check_attributes(const UserAttributes& attributes, Faults& faults) {
  std::set<std::string_view> seen;
  for (const CustomAttribute& attribute : attributes.custom) {
    const std::string place = fmt::format(".userAttributes.custom.{}", attribute.name.view());
    if (attribute.name.empty()) {
      faults.add(
          construct_error, ".userAttributes.custom", "an attribute has no name",
          "write {\"custom:name\", StringAttribute{}}"
      );
    } else if (!seen.insert(attribute.name.view()).second) {
      faults.add(construct_error, place, "the attribute is there twice", "name each once");
    }
    const auto found = std::visit([](const auto& type) { return fault(type); }, attribute.type);
    if (!found.empty())
      faults.add(construct_error, place, std::string(found), "write limits that a value can meet");
  }
  if (attributes.custom.size() > most_attributes) {
    faults.add(
        construct_error, ".userAttributes.custom",
        fmt::format("there are {} attributes, Cognito takes 50", attributes.custom.size()),
        "keep the rest in a model"
    );
  }
}

}  // namespace amplify::cognito
