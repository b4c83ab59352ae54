// SPDX-License-Identifier: Apache-2.0
#include "function/function.hpp"

#include "cdk/inspect.hpp"
#include "function/schedule.hpp"

#include <fmt/format.h>
#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/logs.hpp>
#include <amplify/cdk/scheduler.hpp>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::functions {
namespace {

using cdk::Any;
using cdk::Str;

Str layer_arn(std::string_view layer) {
  if (layer.starts_with("arn:")) return layer;
  return cdk::fn::concat(
      {"arn:", cdk::aws::partition(), ":lambda:", cdk::aws::region(), ":", cdk::aws::accountId(),
       fmt::format(":layer:{}", layer)}
  );
}

std::vector<Str> layers(const FunctionProps& props) {
  std::vector<Str> arns;
  std::set<std::string_view> seen;
  for (const FunctionLayer& layer : props.layers) {
    const auto text = layer.layer.view();
    if (seen.insert(text).second) arns.push_back(layer_arn(text));
  }
  return arns;
}

std::string_view level_name(LogLevel level) {
  switch (level) {
    case LogLevel::unset:
      return {};
    case LogLevel::trace:
      return "TRACE";
    case LogLevel::debug:
      return "DEBUG";
    case LogLevel::info:
      return "INFO";
    case LogLevel::warn:
      return "WARN";
    case LogLevel::error:
      return "ERROR";
    case LogLevel::fatal:
      return "FATAL";
  }
  return {};
}

std::optional<cdk::logs::LogGroup> log_group(const cdk::Stack& stack, const Definition& function) {
  const auto retention = function.props->logging.retention.view();
  for (const auto& known : detail::log_retentions) {
    if (known.text != retention) continue;
    const cdk::logs::LogGroup group(
        stack, function.name + "-log-group",
        {.retentionInDays = known.days != 0 ? cdk::Int(known.days) : cdk::Int()}, function.where
    );
    // As the group that Lambda would have made.
    group.resource().applyRemovalPolicy(cdk::RemovalPolicy::destroy);
    return group;
  }
  return std::nullopt;
}

std::optional<cdk::lambda::DurableConfig> durable(const FunctionDurableConfig& config) {
  if (!config.isGiven()) return std::nullopt;
  return cdk::lambda::DurableConfig{
      .executionTimeout = config.executionTimeoutSeconds.value(),
      .retentionPeriodInDays = config.retentionPeriodDays.value(),
  };
}

cdk::lambda::FunctionProps properties(const Definition& function, Str log_group) {
  const FunctionProps& props = *function.props;
  const bool is_image = props.code.kind == Code::Kind::image;
  const bool json = props.logging.format == LogFormat::json;
  return {
      .runtime = is_image ? std::string() : function.runtime,
      .handler = is_image ? std::string() : function.handler,
      .code = props.code.kind == Code::Kind::none || props.code.kind == Code::Kind::asset
                  ? Code::later()
                  : props.code,
      .memorySize = props.memoryMB.value(),
      .timeout = props.timeoutSeconds.value(),
      .architecture = props.architecture == Architecture::arm64 ? "arm64" : "x86_64",
      .ephemeralStorageSize = props.ephemeralStorageSizeMB.value(),
      .layers = layers(props),
      .loggingFormat = json ? "JSON" : "",
      .applicationLogLevel = std::string(level_name(props.logging.level)),
      .logGroupName = log_group,
      .logRetentionInDays = {},
      .durableConfig = durable(props.durableConfig),
  };
}

std::vector<cdk::Resource> schedules(
    const cdk::lambda::Function& lambda, const Definition& function
) {
  std::vector<cdk::Resource> made;
  std::optional<cdk::iam::Role> role;
  for (const FunctionSchedule& schedule : function.props->schedule.list()) {
    if (fault_of(schedule, 0)) continue;  // which `check` reports
    if (!role) {
      role = cdk::scheduler::Schedule::makeRole(lambda, "SchedulerRole", function.where);
    }
    const std::string timezone(schedule.timezone().empty() ? "UTC" : schedule.timezone());
    const cdk::scheduler::ScheduleProps props{
        .schedule = expression(schedule),
        .timezone = timezone,
        .description = std::string(schedule.description()),
        .role = role,
    };
    const auto id = fmt::format("schedule-{}", made.size());
    // Durable executions need a version, which stays as it is while they run.
    made.push_back(
        function.props->durableConfig.isGiven()
            ? cdk::scheduler::Schedule(lambda, id, lambda.currentVersion(), props, function.where)
                  .resource()
            : cdk::scheduler::Schedule(lambda, id, lambda, props, function.where).resource()
    );
  }
  return made;
}

}  // namespace

FunctionResources build(
    const cdk::Stack& stack, const Definition& function, const ParameterPaths& paths,
    const std::function<void(Diagnostic)>& report
) {
  const auto logs = log_group(stack, function);
  cdk::lambda::Function lambda(
      stack, function.name + "-lambda",
      properties(function, logs ? Str(logs->logGroupName()) : Str()), function.where
  );
  lambda.addTag("amplify:friendly-name", function.name);
  cdk::set_placement(lambda, ".resourceGroupName of defineFunction " + function.name);
  // Programs in C++ ask the extension of AWS, which reads one at a time.
  const auto environment = std::make_shared<Environment>(
      lambda, function.name, function.kind == Kind::cpp ? "ssm:GetParameter" : "ssm:GetParameters",
      paths, report
  );
  for (const EnvironmentVariable& variable : function.props->environment)
    environment->add(variable.name, variable.value, function.where);
  std::optional<Any> url;
  if (function.props->url.isOn()) url = lambda.addFunctionUrl(function.props->url.options());
  return {
      .stack = stack,
      .lambda = lambda,
      .cfnResources =
          {
              .function = lambda.resource(),
              .role = lambda.role().resource(),
              .logGroup = logs ? std::optional(logs->resource()) : std::nullopt,
              .schedules = schedules(lambda, function),
          },
      .url = url,
      .environment = environment,
  };
}

}  // namespace amplify::functions
