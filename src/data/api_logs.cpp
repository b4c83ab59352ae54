// SPDX-License-Identifier: Apache-2.0
#include "data/api_logs.hpp"

#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/iam/policy.hpp>
#include <amplify/cdk/logs.hpp>

#include <algorithm>
#include <iterator>
#include <string_view>

namespace amplify::appsync {
namespace {

using cdk::Json;

std::string_view level_name(DataLogLevel level) {
  switch (level) {
    case DataLogLevel::none:
      return "NONE";
    case DataLogLevel::error:
      return "ERROR";
    case DataLogLevel::info:
      return "INFO";
    case DataLogLevel::debug:
      return "DEBUG";
    case DataLogLevel::all:
      break;
  }
  return "ALL";
}

/// Not set: forever.
cdk::Int days(std::string_view retention) {
  const auto* const found =
      std::ranges::find(detail::log_retentions, retention, &detail::log_retention::text);
  return found == std::end(detail::log_retentions) || found->days == 0 ? cdk::Int()
                                                                       : cdk::Int(found->days);
}

}  // namespace

cdk::iam::Role log_role(const cdk::Construct& scope, std::source_location where) {
  return {
      scope,
      "ApiLogsRole",
      {.assumedBy = {cdk::iam::ServicePrincipal("appsync.amazonaws.com")},
       .managedPolicies = {cdk::iam::ManagedPolicy::fromAwsManagedPolicyName(
           "service-role/AWSAppSyncPushToCloudWatchLogs"
       )}},
      where
  };
}

Json log_config(const DataLogConfig& logging, const cdk::iam::Role& role) {
  return Json::object({
      {"CloudWatchLogsRoleArn", role.roleArn()},
      {"ExcludeVerboseContent", logging.excludeVerboseContent},
      {"FieldLogLevel", level_name(logging.fieldLogLevel)},
  });
}

cdk::Resource log_group(
    const cdk::Construct& scope, const DataLogConfig& logging, const cdk::Any& api_id,
    std::source_location where
) {
  return cdk::logs::LogGroup(
             scope, "Logs",
             {.logGroupName = cdk::fn::concat({"/aws/appsync/apis/", api_id}),
              .retentionInDays = days(logging.retention.view())},
             where
  )
      .resource();
}

}  // namespace amplify::appsync
