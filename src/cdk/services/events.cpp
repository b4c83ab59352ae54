// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/events.hpp>
#include <amplify/cdk/lambda.hpp>
#include <amplify/cdk/sns.hpp>
#include <amplify/cdk/sqs.hpp>

#include "cdk/inspect.hpp"
#include "cdk/lazy.hpp"
#include "cdk/services/support.hpp"

#include <utility>
#include <vector>

namespace amplify::cdk::events {

struct Rule::State {
  std::vector<Json> targets{};
};

Rule::Rule(const Construct& scope, std::string_view id, RuleProps props, std::source_location where)
    : Construct(scope, id, where),
      resource_(
          *this, "Resource", "AWS::Events::Rule",
          Json::object({
              {"Description", text_or_unset(props.description)},
              {"EventBusName", props.eventBusName},
              {"EventPattern", props.eventPattern},
              {"Name", props.ruleName},
              {"ScheduleExpression", text_or_unset(props.schedule)},
              {"State", props.enabled ? "ENABLED" : "DISABLED"},
          }),
          where
      ),
      state_(std::make_shared<State>()) {
  resource_.setProperty("Targets", lazy([state = state_] {
                          return list_or_unset(state->targets);
                        }));
  if (!props.eventPattern.isSet() && props.schedule.empty()) {
    add_error(
        *this, "InvalidRuleError", "the rule has no pattern and no schedule",
        "set .eventPattern or .schedule"
    );
  }
}

void Rule::addTarget(const lambda::Function& function, TargetProps props) const {
  function.addPermission(
      *this, id_for("AllowEventRule", function),
      {.principal = "events.amazonaws.com", .sourceArn = ruleArn()}
  );
  add(function.functionArn(), props);
}

void Rule::addTarget(const sqs::Queue& queue, TargetProps props) const {
  queue.addToResourcePolicy({
      .principals = {iam::ServicePrincipal("events.amazonaws.com")},
      .actions = {"sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage"},
      .resources = {queue.queueArn()},
      .conditions = on_behalf_of(queue, *this, ruleArn()),
  });
  add(queue.queueArn(), props);
}

void Rule::addTarget(const sns::Topic& topic, TargetProps props) const {
  // With a condition on the rule, topics refuse events:
  // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
  topic.grantPublish(iam::ServicePrincipal("events.amazonaws.com"));
  add(topic.topicArn(), props);
}

void Rule::add(Any arn, const TargetProps& props) const {
  Json input;
  if (props.input.isSet()) {
    input = to_text(props.input);
    if (to_text(props.input).find("<token>") != std::string::npos) {
      add_error(
          *this, "InvalidRuleError", "the input holds a value that is known only when deployed",
          "give the function such values in its environment"
      );
    }
  }
  state_->targets.push_back(Json::object({
      {"Arn", arn},
      {"Id", "Target" + std::to_string(state_->targets.size())},
      {"Input", input},
  }));
}

}  // namespace amplify::cdk::events
