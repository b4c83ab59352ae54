// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/lambda.hpp>
#include <amplify/cdk/scheduler.hpp>
#include <amplify/cdk/sqs.hpp>

#include "cdk/inspect.hpp"
#include "cdk/services/support.hpp"

namespace amplify::cdk::scheduler {

/// Only the account's own schedules may use it, and only those of the group that they are in.
iam::Role Schedule::makeRole(
    const Construct& scope, std::string_view id, std::source_location where
) {
  iam::ServicePrincipal service("scheduler.amazonaws.com");
  const Any group = fn::concat(
      {"arn:", aws::partition(), ":scheduler:", aws::region(), ":", aws::accountId(),
       ":schedule-group/default"}
  );
  service.conditions = Json::object(
      {{"StringEquals",
        Json::object({{"aws:SourceAccount", aws::accountId()}, {"aws:SourceArn", group}})}}
  );
  return {scope, id, {.assumedBy = {service}}, where};
}

Schedule::Schedule(
    const Construct& scope, std::string_view id, const lambda::Function& target,
    ScheduleProps props, std::source_location where
)
    : Construct(scope, id, where),
      role_(props.role ? *props.role : makeRole(*this, "Role", where)),
      resource_(*this, "Resource", "AWS::Scheduler::Schedule", {}, where) {
  target.grantInvoke(role_);
  set(target.functionArn(), props);
}

Schedule::Schedule(
    const Construct& scope, std::string_view id, const lambda::Version& target, ScheduleProps props,
    std::source_location where
)
    : Construct(scope, id, where),
      role_(props.role ? *props.role : makeRole(*this, "Role", where)),
      resource_(*this, "Resource", "AWS::Scheduler::Schedule", {}, where) {
  target.grantInvoke(role_);
  set(target.versionArn(), props);
}

Schedule::Schedule(
    const Construct& scope, std::string_view id, const sqs::Queue& target, ScheduleProps props,
    std::source_location where
)
    : Construct(scope, id, where),
      role_(props.role ? *props.role : makeRole(*this, "Role", where)),
      resource_(*this, "Resource", "AWS::Scheduler::Schedule", {}, where) {
  target.grantSendMessages(role_);
  set(target.queueArn(), props);
}

void Schedule::set(Any target, const ScheduleProps& props) {
  if (props.schedule.empty()) {
    add_error(
        *this, "InvalidScheduleError", "the schedule doesn't say when",
        "write .schedule = \"rate(1 hour)\", say"
    );
  }
  const Json input = props.input.isSet() ? Json(to_text(props.input)) : Json();
  if (to_text(props.input).find("<token>") != std::string::npos) {
    add_error(
        *this, "InvalidScheduleError", "the input holds a value that is known only when deployed",
        "give the function such values in its environment"
    );
  }
  const bool flexible = props.flexibleWindowInMinutes.isSet();
  resource_.setProperty("Description", text_or_unset(props.description));
  resource_.setProperty(
      "FlexibleTimeWindow", Json::object({
                                {"MaximumWindowInMinutes", props.flexibleWindowInMinutes},
                                {"Mode", flexible ? "FLEXIBLE" : "OFF"},
                            })
  );
  resource_.setProperty("ScheduleExpression", props.schedule);
  resource_.setProperty("ScheduleExpressionTimezone", text_or_unset(props.timezone));
  resource_.setProperty("State", props.enabled ? "ENABLED" : "DISABLED");
  resource_.setProperty(
      "Target", Json::object({{"Arn", target}, {"Input", input}, {"RoleArn", role_.roleArn()}})
  );
  // A call may be due before the role may make it.
  resource_.addDependency(role_);
}

}  // namespace amplify::cdk::scheduler
