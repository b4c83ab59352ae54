// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/ssm.hpp>

#include "cdk/iam/grant.hpp"
#include "cdk/inspect.hpp"
#include "cdk/services/support.hpp"

namespace amplify::cdk::ssm {

Parameter::Parameter(
    const Construct& scope, std::string_view id, ParameterProps props, std::source_location where
)
    : Construct(scope, id, where),
      resource_(
          *this, "Resource", "AWS::SSM::Parameter",
          Json::object({
              {"AllowedPattern", text_or_unset(props.allowedPattern)},
              {"Description", text_or_unset(props.description)},
              {"Name", text_or_unset(props.parameterName)},
              {"Type", props.type},
              {"Value", props.value},
          }),
          where
      ),
      has_path_(props.parameterName.starts_with('/')) {
  if (!props.value.isSet()) {
    add_error(*this, "InvalidParameterError", "the parameter has no value", "set .value");
  }
}

Any Parameter::parameterArn() const {
  return fn::concat(
      {"arn:", aws::partition(), ":ssm:", aws::region(), ":", aws::accountId(),
       has_path_ ? ":parameter" : ":parameter/", parameterName()}
  );
}

void Parameter::grantRead(const iam::Grantee& grantee) const {
  iam::grant(
      *this, grantee,
      {.actions =
           {"ssm:DescribeParameters", "ssm:GetParameter", "ssm:GetParameterHistory",
            "ssm:GetParameters"},
       .resources = {parameterArn()}}
  );
}

void Parameter::grantWrite(const iam::Grantee& grantee) const {
  iam::grant(*this, grantee, {.actions = {"ssm:PutParameter"}, .resources = {parameterArn()}});
}

}  // namespace amplify::cdk::ssm
