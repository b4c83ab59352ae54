// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace amplify::cdk::lambda {
class Function;
}
namespace amplify::cdk::sns {
class Topic;
}
namespace amplify::cdk::sqs {
class Queue;
}

namespace amplify::cdk::events {

struct RuleProps {
  /// Which events: `{"source": ["aws.s3"]}`. Required, or `schedule`.
  Json eventPattern{};
  /// `rate(1 day)` or `cron(0 4 * * ? *)`.
  std::string schedule{};
  std::string description{};
  /// The physical name. Default: CloudFormation makes one.
  Str ruleName{};
  /// By name or ARN. Default: the account's own bus.
  Str eventBusName{};
  bool enabled = true;
};

struct TargetProps {
  /// What the target gets in place of the event. Literals alone.
  Json input{};
};

/// An EventBridge rule.
class Rule : public Construct {
 public:
  /// Errors (at synthesis): `InvalidRuleError` without a pattern and a schedule.
  Rule(
      const Construct& scope, std::string_view id, RuleProps props,
      std::source_location where = std::source_location::current()
  );

  Resource resource() const { return resource_; }
  Any ruleArn() const { return resource_.getAtt("Arn"); }

  void addTarget(const lambda::Function& function, TargetProps props = {}) const;
  void addTarget(const sqs::Queue& queue, TargetProps props = {}) const;
  void addTarget(const sns::Topic& topic, TargetProps props = {}) const;

 private:
  struct State;
  void add(Any arn, const TargetProps& props) const;

  Resource resource_;
  std::shared_ptr<State> state_;
};

}  // namespace amplify::cdk::events
