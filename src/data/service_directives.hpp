// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/access.hpp"

#include <amplify/schema/definition.hpp>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// AppSync's own directives, which name the authorization modes that may reach a type or field.
/// A type or field with any of them is closed to all modes that it doesn't name, the default mode
/// too. IAM is always let in: functions and the console call with it.
namespace amplify::appsync {

/// The directives of one type or field, by name: `@aws_iam`. The first of a name stays.
class ServiceDirectives {
 public:
  void add(const ServiceDirectives& others);
  void add(std::string_view name, std::string arguments = {});
  /// As GraphQL writes them.
  std::vector<std::string> texts() const;
  bool empty() const { return directives_.empty(); }
  /// Adds those that are missing; whether there were any.
  bool extend(const ServiceDirectives& others);

 private:
  std::map<std::string, std::string, std::less<>> directives_;
};

/// `@aws_api_key`.
std::string_view service_directive(ir::Provider provider);

/// For callers of these providers and of IAM. `with_default` names the default mode too, though
/// none of its callers is let in: AppSync then leaves it to the resolver to refuse them.
ServiceDirectives service_directives(
    std::set<ir::Provider> providers, ir::Provider default_provider, bool with_default
);

/// For the callers whom the rules let in, by AppSync alone: it checks groups itself.
ServiceDirectives native_directives(const std::vector<ir::Rule>& rules);

}  // namespace amplify::appsync
