// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/iam.hpp>
#include <amplify/testing.hpp>
#include <amplify/testing/gtest.hpp>

#include "../cdk/support.hpp"

#include <cdk/inspect.hpp>

#include <set>
#include <string>
#include <string_view>

namespace amplify::cdk {

/// One stack, `S`, and a role in it.
class Constructs : public testing::Test {
 protected:
  App app;
  Stack stack{app, "S"};
  iam::Role role{stack, "Role", {.assumedBy = {iam::ServicePrincipal("ec2.amazonaws.com")}}};

  json template_now() const { return template_of(app, "S"); }
  assertions::Template synthesized() const { return assertions::Template::fromStack(stack); }
  json properties(std::string_view type) const { return properties_of(template_now(), type); }
  json properties(const Resource& resource) const {
    return template_now().at("Resources").at(logical_id(resource)).at("Properties");
  }
  /// What the role's policy allows, wherever.
  std::set<std::string> granted() const {
    std::set<std::string> actions;
    const json whole = template_now();
    for (const auto& resource : whole.at("Resources")) {
      if (resource.at("Type") != "AWS::IAM::Policy") continue;
      for (const auto& statement : resource["Properties"]["PolicyDocument"]["Statement"]) {
        const json& action = statement.at("Action");
        if (action.is_string()) actions.insert(action.get<std::string>());
        if (action.is_array()) actions.insert(action.begin(), action.end());
      }
    }
    return actions;
  }
};

/// A policy with a statement that refuses calls without TLS.
inline assertions::Matcher denies_plain_text() {
  using assertions::Match;
  return Match::objectLike({
      {"PolicyDocument",
       {{"Statement", Match::arrayWith({Match::objectLike({
                          {"Effect", "Deny"},
                          {"Condition", {{"Bool", {{"aws:SecureTransport", "false"}}}}},
                      })})}}},
  });
}

}  // namespace amplify::cdk
