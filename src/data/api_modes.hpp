// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/api.hpp"

#include <amplify/cdk/lambda.hpp>

#include <optional>

namespace amplify::appsync {

/// How callers prove who they are, as CloudFormation has it.
class ApiModes {
 public:
  /// `authorizer` is there when the API has a Lambda authorizer.
  ApiModes(
      const ApiDefinition& api, const SignIn& sign_in,
      const std::optional<cdk::lambda::Function>& authorizer
  );

  cdk::Json additionalProviders() const;
  /// Each is set if the default mode is of that kind.
  cdk::Json userPoolConfig() const;
  cdk::Json openIdConnectConfig() const;
  cdk::Json lambdaAuthorizerConfig() const;

 private:
  cdk::Json user_pool(ir::Provider provider, bool is_default) const;
  cdk::Json open_id_connect(ir::Provider provider) const;
  cdk::Json lambda(ir::Provider provider) const;

  const ApiDefinition& api_;
  const SignIn& sign_in_;
  const std::optional<cdk::lambda::Function>& authorizer_;
};

}  // namespace amplify::appsync
