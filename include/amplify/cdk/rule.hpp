// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/condition.hpp>

#include <source_location>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::cdk {

struct RuleAssertion {
  /// What must be true of the parameters.
  ConditionExpression assertion{};
  /// What CloudFormation says when it isn't. Default: nothing.
  std::string description{};
};

struct RuleProps {
  /// When the assertions hold. Default: always.
  ConditionExpression ruleCondition{};
  std::vector<RuleAssertion> assertions{};
};

/// An entry of the template's `Rules`, which CloudFormation checks before it does anything. Its
/// name is the id, as it stands.
///
/// Errors (at synthesis): `MissingAssertionError` without an assertion; `TokenNotAllowedError` when
/// one refers to a resource.
class Rule : public Construct {
 public:
  Rule(
      const Construct& scope, std::string_view id, RuleProps props,
      std::source_location where = std::source_location::current()
  );
};

}  // namespace amplify::cdk
