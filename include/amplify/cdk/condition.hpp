// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>
#include <amplify/cdk/value.hpp>

#include <source_location>
#include <string_view>

namespace amplify::cdk {

/// What is true or false when the template is deployed: a `Condition`, or what `fn::condition…`
/// gives.
class ConditionExpression : public Node {
 public:
  constexpr ConditionExpression() = default;
};

/// An entry of the template's `Conditions`. Its name is the id, as it stands.
///
/// Resources and outputs that have it in their options are left out when it is false, and
/// `fn::conditionIf` chooses between values. It holds in its own template alone.
///
/// Errors (at synthesis): `TokenNotAllowedError` when the expression refers to a resource, since
/// conditions are decided before there is any.
class Condition : public Construct {
 public:
  Condition(
      const Construct& scope, std::string_view id, ConditionExpression expression,
      std::source_location where = std::source_location::current()
  );
  operator ConditionExpression() const;
};

}  // namespace amplify::cdk
