// SPDX-License-Identifier: Apache-2.0
#include "data/service_directives.hpp"

#include "data/graphql.hpp"

#include <utility>

namespace amplify::appsync {
namespace {

/// Those of a list of groups, each once: `(cognito_groups: ["Admins", "Editors"])`.
std::string group_arguments(const std::vector<std::string>& groups) {
  std::string text;
  for (const std::string& group : std::set<std::string>(groups.begin(), groups.end()))
    text += (text.empty() ? "" : ", ") + graphql::string_value(group);
  return "(cognito_groups: [" + text + "])";
}

}  // namespace

void ServiceDirectives::add(std::string_view name, std::string arguments) {
  directives_.try_emplace(std::string(name), std::move(arguments));
}

void ServiceDirectives::add(const ServiceDirectives& others) {
  directives_.insert(others.directives_.begin(), others.directives_.end());
}

bool ServiceDirectives::extend(const ServiceDirectives& others) {
  const std::size_t before = directives_.size();
  add(others);
  return directives_.size() > before;
}

std::vector<std::string> ServiceDirectives::texts() const {
  std::vector<std::string> list;
  for (const auto& [name, arguments] : directives_)
    list.push_back(name + arguments);
  return list;
}

std::string_view service_directive(ir::Provider provider) {
  switch (provider) {
    case ir::Provider::apiKey:
      return "@aws_api_key";
    case ir::Provider::identityPool:
      return "@aws_iam";
    case ir::Provider::userPools:
      return "@aws_cognito_user_pools";
    case ir::Provider::oidc:
      return "@aws_oidc";
    case ir::Provider::function:
      return "@aws_lambda";
  }
  return {};
}

ServiceDirectives service_directives(
    std::set<ir::Provider> providers, ir::Provider default_provider, bool with_default
) {
  providers.insert(ir::Provider::identityPool);
  const bool only_default = providers == std::set{default_provider};
  ServiceDirectives directives;
  // Without directives, a type or field is open to the default mode.
  if (only_default) return directives;
  if (with_default) providers.insert(default_provider);
  for (const ir::Provider provider : providers)
    directives.add(service_directive(provider));
  return directives;
}

ServiceDirectives native_directives(const std::vector<ir::Rule>& rules) {
  ServiceDirectives directives;
  std::vector<std::string> groups;
  for (const ir::Rule& rule : rules) {
    // AppSync knows the groups of user pools alone.
    if (rule.allow == ir::Allow::groups && rule.provider == ir::Provider::userPools) {
      groups.insert(groups.end(), rule.groups.begin(), rule.groups.end());
    } else {
      directives.add(service_directive(rule.provider));
    }
  }
  if (!groups.empty())
    directives.add(service_directive(ir::Provider::userPools), group_arguments(groups));
  return directives;
}

}  // namespace amplify::appsync
