// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/logs.hpp>

#include "cdk/iam/grant.hpp"

namespace amplify::cdk::logs {

LogGroup::LogGroup(
    const Construct& scope, std::string_view id, LogGroupProps props, std::source_location where
)
    : Construct(scope, id, where),
      resource_(
          *this, "Resource", "AWS::Logs::LogGroup",
          Json::object({
              {"KmsKeyId", props.kmsKeyArn},
              {"LogGroupName", props.logGroupName},
              {"RetentionInDays", props.retentionInDays},
          }),
          where
      ) {
  resource_.applyRemovalPolicy(RemovalPolicy::retain);
}

void LogGroup::grantWrite(const iam::Grantee& grantee) const {
  iam::grant(
      *this, grantee,
      {.actions = {"logs:CreateLogStream", "logs:PutLogEvents"}, .resources = {logGroupArn()}}
  );
}

void LogGroup::grantRead(const iam::Grantee& grantee) const {
  iam::grant(
      *this, grantee,
      {.actions =
           {"logs:DescribeLogGroups", "logs:DescribeLogStreams", "logs:FilterLogEvents",
            "logs:GetLogEvents", "logs:GetLogGroupFields"},
       // The attribute ends in `:*`, for the streams; some of the actions are of the group.
       .resources =
           {logGroupArn(), fn::concat(
                               {"arn:", aws::partition(), ":logs:", aws::region(), ":",
                                aws::accountId(), ":log-group:", logGroupName()}
                           )}}
  );
}

}  // namespace amplify::cdk::logs
