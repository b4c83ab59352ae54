// SPDX-License-Identifier: Apache-2.0
#include "data/validation/checks.hpp"

#include <amplify/detail/suggestion.hpp>
#include <amplify/schema/checks/names.hpp>

#include <fmt/format.h>

#include <cctype>
#include <set>

namespace amplify::appsync {
namespace {

bool is_graphql_name(std::string_view name) {
  if (name.empty() || std::isdigit(static_cast<unsigned char>(name.front())) != 0) return false;
  for (const char c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '_') return false;
  }
  return true;
}

}  // namespace

void check_names(
    Examination& examination, const std::string& where, const std::vector<std::string>& names,
    std::string_view what
) {
  std::set<std::string_view> seen;
  for (const std::string& name : names) {
    const std::string place = where.empty() ? name : where + "." + name;
    if (name.starts_with("__")) {
      examination.fault(
          place, "names that start with __ belong to GraphQL", fmt::format("rename the {}", what)
      );
    } else if (!is_graphql_name(name)) {
      examination.fault(
          place, "no name in GraphQL", "use letters, digits and _, and start with a letter or _"
      );
    } else if (!seen.insert(name).second) {
      examination.fault(
          place, fmt::format("the {} is declared twice", what), "remove or rename one of the two"
      );
    }
  }
}

void check_type_names(Examination& examination) {
  std::vector<std::string> names;
  for (const ir::Model& model : examination.definition.models)
    names.push_back(model.name);
  for (const ir::CustomType& type : examination.definition.customTypes)
    names.push_back(type.name);
  for (const ir::EnumType& type : examination.definition.enums)
    names.push_back(type.name);
  check_names(examination, "", names, "type");
  for (const std::string& name : names) {
    if (detail::is_reserved_type_name(name)) {
      examination.fault(name, "GraphQL or AppSync has a type of this name", "rename the type");
    }
  }
}

std::string suggestion(
    std::string_view written, const std::vector<std::string_view>& candidates, std::string otherwise
) {
  detail::suggestion nearest(written);
  nearest.among(candidates.size(), [&](std::size_t i) { return candidates[i]; });
  return nearest.best().empty() ? std::move(otherwise)
                                : fmt::format("did you mean `{}`?", nearest.best());
}

std::vector<std::string_view> field_names(const ir::Model& model) {
  std::vector<std::string_view> names;
  for (const ir::Field& field : model.fields)
    names.push_back(field.name);
  return names;
}

}  // namespace amplify::appsync
