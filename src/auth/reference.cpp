// SPDX-License-Identifier: Apache-2.0
#include "auth/access.hpp"
#include "auth/auth.hpp"
#include "auth/checks.hpp"
#include "auth/scope.hpp"
#include "embedded/custom_resource.hpp"
#include "embedded/reference_lookup.hpp"

#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/lambda.hpp>

#include <string>
#include <vector>

namespace amplify::cognito {
namespace {

using cdk::Construct;
using cdk::Json;
using cdk::Str;

constexpr const char* reference_error = "AmplifyReferenceAuthConstructInitializationError";

/// The ARN of a resource in the stack's own region and account.
Str arn(std::string_view service, std::string_view resource) {
  return cdk::fn::concat(
      {"arn:", cdk::aws::partition(), ":", service, ":", cdk::aws::region(), ":",
       cdk::aws::accountId(), ":", resource}
  );
}

Str user_pool_arn(const ReferenceAuthProps& props) {
  return arn("cognito-idp", "userpool/" + props.userPoolId);
}

Str identity_pool_arn(const ReferenceAuthProps& props) {
  return arn("cognito-identity", "identitypool/" + props.identityPoolId);
}

/// What looks the pools up.
cdk::lambda::Function lookup_function(const Construct& scope, const referenceAuth& auth) {
  const cdk::lambda::Function function(
      scope, "Lookup",
      {
          .runtime = "nodejs22.x",
          .handler = "index.handler",
          .code = cdk::lambda::Code::fromInline(
              std::string(embedded::custom_resource).append(embedded::reference_lookup)
          ),
          .timeout = 30,
      },
      auth.where
  );
  function.addToRolePolicy(
      {.actions =
           {"cognito-idp:DescribeUserPool", "cognito-idp:DescribeUserPoolClient",
            "cognito-idp:GetUserPoolMfaConfig", "cognito-idp:ListGroups",
            "cognito-idp:ListIdentityProviders"},
       .resources = {user_pool_arn(auth.props)}}
  );
  function.addToRolePolicy(
      {.actions =
           {"cognito-identity:DescribeIdentityPool", "cognito-identity:GetIdentityPoolRoles"},
       .resources = {identity_pool_arn(auth.props)}}
  );
  return function;
}

cdk::Resource lookup(const Construct& scope, const referenceAuth& auth) {
  const ReferenceAuthProps& props = auth.props;
  std::vector<Json::Entry> groups;
  for (const ReferencedGroup& group : props.groups)
    groups.push_back({std::string(group.name.view()), value(group.roleArn)});
  return cdk::Resource(
      scope, "AmplifyRefAuth", "Custom::AmplifyRefAuth",
      Json::object({
          {"ServiceToken", lookup_function(scope, auth).functionArn()},
          {"authRoleArn", value(props.authRoleArn)},
          {"groups", Json::object(groups.data(), groups.size())},
          {"identityPoolId", props.identityPoolId},
          {"region", cdk::aws::region()},
          {"unauthRoleArn", value(props.unauthRoleArn)},
          {"userPoolClientId", props.userPoolClientId},
          {"userPoolId", props.userPoolId},
      }),
      auth.where
  );
}

/// `<left><separator><right>`, both with something in them.
bool has_parts(std::string_view text, char separator) {
  const auto at = text.find(separator);
  return at != std::string_view::npos && at > 0 && at + 1 < text.size();
}

void check_role(std::string_view place, const Arn& role, Faults& faults) {
  faults.check(reference_error, place, role);
  if (role.view().find(":role/") != std::string_view::npos) return;
  faults.add(
      reference_error, place, "this is no ARN of a role",
      "write it as `arn:aws:iam::111122223333:role/name`"
  );
}

}  // namespace

std::vector<Diagnostic> check(const referenceAuth& auth) {
  const ReferenceAuthProps& props = auth.props;
  Faults faults("referenceAuth", auth.where);
  if (!has_parts(props.userPoolId, '_')) {
    faults.add(
        reference_error, ".userPoolId", "this is no ID of a user pool",
        "write it as `us-east-1_AbCdEfGhI`"
    );
  }
  if (!has_parts(props.identityPoolId, ':')) {
    faults.add(
        reference_error, ".identityPoolId", "this is no ID of an identity pool",
        "write it as `us-east-1:11111111-2222-3333-4444-555555555555`"
    );
  }
  if (props.userPoolClientId.empty()) {
    faults.add(
        reference_error, ".userPoolClientId", "there is no client",
        "write the ID of a client of the user pool that has no secret"
    );
  }
  check_role(".authRoleArn", props.authRoleArn, faults);
  check_role(".unauthRoleArn", props.unauthRoleArn, faults);
  for (const ReferencedGroup& group : props.groups) {
    faults.check(reference_error, ".groups", group.name);
    check_role(".groups." + std::string(group.name.view()), group.roleArn, faults);
  }
  check_access(props.access, faults);
  return faults.take();
}

ReferenceAuthResources build(
    const cdk::NestedStack& stack, const referenceAuth& auth, const Context& context
) {
  const ReferenceAuthProps& props = auth.props;
  Construct construct(stack, "amplifyAuth", auth.where);
  construct.addTag("amplify:friendly-name", "amplifyAuth");
  const Str user_pool_id = props.userPoolId;
  grant_access(
      props.access,
      {.construct = construct,
       .id = user_pool_id,
       .arn = user_pool_arn(props),
       .variable = "AMPLIFY_AUTH_USERPOOL_ID"},
      context
  );
  return {
      .stack = stack,
      .userPoolId = user_pool_id,
      .userPoolClientId = props.userPoolClientId,
      .identityPoolId = props.identityPoolId,
      .authenticatedUserIamRole = value(props.authRoleArn),
      .unauthenticatedUserIamRole = value(props.unauthRoleArn),
      .configuration = lookup(construct, auth),
  };
}

}  // namespace amplify::cognito
