// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>
#include <amplify/cdk/iam/role.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace amplify::cdk::lambda {
class Function;
class Version;
}  // namespace amplify::cdk::lambda
namespace amplify::cdk::sqs {
class Queue;
}

namespace amplify::cdk::scheduler {

struct ScheduleProps {
  /// `rate(5 minutes)`, `cron(0 4 * * ? *)` or `at(2030-01-31T12:00:00)`. Required.
  std::string schedule{};
  /// Of `cron` and `at`: `Europe/Vienna`. Default: UTC.
  std::string timezone{};
  std::string description{};
  /// What the target gets; literals alone. Default: a description of the call.
  Json input{};
  /// Minutes after the time in which the call may come. Default: at the time.
  Int flexibleWindowInMinutes{};
  bool enabled = true;
  /// To call the target; several schedules may share it. Default: one of its own.
  std::optional<iam::Role> role{};
};

/// A schedule of EventBridge Scheduler, with a role that may call its target.
class Schedule : public Construct {
 public:
  /// Errors (at synthesis): `InvalidScheduleError` without a schedule.
  Schedule(
      const Construct& scope, std::string_view id, const lambda::Function& target,
      ScheduleProps props, std::source_location where = std::source_location::current()
  );
  Schedule(
      const Construct& scope, std::string_view id, const lambda::Version& target,
      ScheduleProps props, std::source_location where = std::source_location::current()
  );
  Schedule(
      const Construct& scope, std::string_view id, const sqs::Queue& target, ScheduleProps props,
      std::source_location where = std::source_location::current()
  );

  Resource resource() const { return resource_; }
  Any scheduleArn() const { return resource_.getAtt("Arn"); }
  iam::Role role() const { return role_; }

  /// A role for schedules of this account, which may do nothing yet.
  static iam::Role makeRole(
      const Construct& scope, std::string_view id,
      std::source_location where = std::source_location::current()
  );

 private:
  void set(Any target, const ScheduleProps& props);

  iam::Role role_;
  Resource resource_;
};

}  // namespace amplify::cdk::scheduler
