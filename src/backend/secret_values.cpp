// SPDX-License-Identifier: Apache-2.0
#include "backend/secret_values.hpp"

#include "backend/identity.hpp"
#include "cdk/lazy.hpp"

#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/lambda.hpp>
#include <embedded/custom_resource.hpp>
#include <embedded/secret_lookup.hpp>

#include <array>
#include <vector>

namespace amplify::detail {
namespace {

// As in Amplify.
constexpr std::string_view resource_id = "AmplifySecretFetcherResource";
constexpr std::string_view last_updated = "secretLastUpdated";

std::array<std::string, 2> prefixes(const BackendIdentifier& identifier) {
  return {parameter_prefix(identifier), shared_parameter_prefix(identifier.space)};
}

cdk::Str parameters_below(const std::string& prefix) {
  return cdk::fn::concat(
      {"arn:", cdk::aws::partition(), ":ssm:", cdk::aws::region(), ":", cdk::aws::accountId(),
       ":parameter" + prefix + "/*"}
  );
}

}  // namespace

cdk::lambda::Function SecretValues::reader() const {
  const cdk::lambda::Function function(
      stack_, std::string(resource_id) + "Reader",
      {
          .runtime = "nodejs22.x",
          .handler = "index.handler",
          .code = cdk::lambda::Code::fromInline(
              std::string(embedded::custom_resource).append(embedded::secret_lookup)
          ),
          .timeout = 30,
      }
  );
  for (const std::size_t i : {0U, 1U}) {
    const cdk::Any parameters = cdk::lazy([state = state_, i] {
      return cdk::Json(parameters_below(prefixes(state->identifier)[i]));
    });
    function.addToRolePolicy({.actions = {"ssm:GetParameter"}, .resources = {parameters}});
  }
  return function;
}

cdk::Resource SecretValues::make() const {
  return cdk::Resource(
      stack_, resource_id, "Custom::AmplifySecretFetcherResource",
      cdk::Json::object({
          {"ServiceToken", reader().functionArn()},
          {"prefixes", cdk::lazy([state = state_] {
             const auto [own, shared] = prefixes(state->identifier);
             return cdk::Json::array({own, shared});
           })},
          {"secretLastUpdated", cdk::lazy([stack = stack_] {
             const auto updated = stack.context(last_updated);
             return updated ? cdk::Json(*updated) : cdk::Json();
           })},
      })
  );
}

cdk::Any SecretValues::of(const BackendSecret& secret) {
  if (!resource_) resource_ = make();
  if (names_.emplace(secret.name.view()).second) {
    const std::vector<cdk::Json> names(names_.begin(), names_.end());
    resource_->setProperty("secretNames", cdk::Json::array(names.data(), names.size()));
  }
  return resource_->getAtt(secret.name.view());
}

}  // namespace amplify::detail
