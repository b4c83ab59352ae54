// SPDX-License-Identifier: Apache-2.0
#include "check/policies.hpp"

#include <algorithm>
#include <cctype>

namespace amplify::check {
namespace {

bool has_star(const Json& value) {
  return std::ranges::any_of(elements(value), [](const Json* each) { return *each == "*"; });
}

void collect(
    const Resource& resource, const Json& value, const std::string& path,
    std::vector<Statement>& all
) {
  if (!value.is_structured()) return;
  if (value.is_object() && value.contains("Statement")) {
    for (const Json* const statement : elements(value["Statement"])) {
      if (statement->is_object() && statement->contains("Effect"))
        all.push_back({.resource = &resource, .json = statement, .property = path});
    }
    return;
  }
  for (const auto& [key, member] : value.items())
    collect(resource, member, path.empty() ? key : path + "." + key, all);
}

}  // namespace

bool Statement::allows() const { return at(*json, "Effect") == "Allow"; }

std::vector<std::string> Statement::actions() const {
  std::vector<std::string> all;
  for (const Json* const action : elements(at(*json, "Action"))) {
    if (!action->is_string()) continue;
    auto& text = all.emplace_back(action->get<std::string>());
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
  }
  return all;
}

bool Statement::is_of_identity() const {
  return resource->type.starts_with("AWS::IAM::") && !is_of_trust();
}

bool Statement::is_about_all() const { return has_star(at(*json, "Resource")); }

bool Statement::is_for_everybody() const {
  const Json& principal = at(*json, "Principal");
  return principal == "*" || has_star(at(principal, "AWS"));
}

std::vector<Statement> statements(const Synthesized& made) {
  std::vector<Statement> all;
  for (const Resource& resource : made.resources())
    collect(resource, resource[""], "", all);
  return all;
}

}  // namespace amplify::check
