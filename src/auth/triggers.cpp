// SPDX-License-Identifier: Apache-2.0
#include "auth/triggers.hpp"

#include <amplify/cdk/iam.hpp>
#include <amplify/cfn/lambda.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace amplify::cognito {
namespace {

using cdk::Str;
using cfn::cognito::UserPool;
using LambdaConfig = UserPool::LambdaConfig;

struct Trigger {
  /// As it is called in ids.
  std::string_view name;
  FunctionRef AuthTriggers::* function;
  Str LambdaConfig::* property;
};

constexpr Trigger triggers[] = {
    {"CreateAuthChallenge", &AuthTriggers::createAuthChallenge, &LambdaConfig::createAuthChallenge},
    {"CustomMessage", &AuthTriggers::customMessage, &LambdaConfig::customMessage},
    {"DefineAuthChallenge", &AuthTriggers::defineAuthChallenge, &LambdaConfig::defineAuthChallenge},
    {"PostAuthentication", &AuthTriggers::postAuthentication, &LambdaConfig::postAuthentication},
    {"PostConfirmation", &AuthTriggers::postConfirmation, &LambdaConfig::postConfirmation},
    {"PreAuthentication", &AuthTriggers::preAuthentication, &LambdaConfig::preAuthentication},
    {"PreSignUp", &AuthTriggers::preSignUp, &LambdaConfig::preSignUp},
    {"PreTokenGeneration", &AuthTriggers::preTokenGeneration, &LambdaConfig::preTokenGeneration},
    {"UserMigration", &AuthTriggers::userMigration, &LambdaConfig::userMigration},
    {"VerifyAuthChallengeResponse", &AuthTriggers::verifyAuthChallengeResponse,
     &LambdaConfig::verifyAuthChallengeResponse},
};

cdk::Any arn(const Scope& scope, const defineFunction& function) {
  return scope.context.functions.of(function).lambda.functionArn();
}

/// The function that sends; null when it isn't one.
template <class Sender>
const defineFunction* sending_function(const Sender& sender) {
  const auto* const custom = std::get_if<CustomSender>(&sender);
  return custom == nullptr ? nullptr : custom->handler.get();
}

void let_call(
    const Scope& scope, const cdk::Resource& pool, std::string_view event,
    const defineFunction& function
) {
  const cfn::lambda::Permission permission{
      pool.scope(),
      std::string(event) + "Cognito",
      {
          .action = "lambda:InvokeFunction",
          .functionName = cdk::Str(arn(scope, function)),
          .principal = "cognito-idp.amazonaws.com",
          .sourceArn = pool.getAtt("Arn"),
      },
      {},
      scope.where
  };
}

void let_use_key(const Scope& scope, const defineFunction& function, const Str& key) {
  scope.context.functions.access(function, scope.construct)
      .role()
      .addToPolicy(
          {.actions = {"kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"},
           .resources = {key}}
      );
}

}  // namespace

cdk::Obj<LambdaConfig> lambda_config(const Scope& scope, Str key) {
  if (called_functions(scope.props).empty()) return {};
  LambdaConfig config{.kmsKeyId = key};
  for (const Trigger& trigger : triggers) {
    if (const auto* const function = (scope.props.triggers.*trigger.function).get())
      config.*trigger.property = arn(scope, *function);
  }
  if (const auto* const function = sending_function(scope.props.senders.email)) {
    config.customEmailSender =
        UserPool::CustomEmailSender{.lambdaArn = arn(scope, *function), .lambdaVersion = "V1_0"};
  }
  if (const auto* const function = sending_function(scope.props.senders.sms)) {
    config.customSmsSender =
        UserPool::CustomSMSSender{.lambdaArn = arn(scope, *function), .lambdaVersion = "V1_0"};
  }
  return config;
}

void grant_triggers(const Scope& scope, const cdk::Resource& pool, Str key) {
  for (const Trigger& trigger : triggers) {
    if (const auto* const function = (scope.props.triggers.*trigger.function).get())
      let_call(scope, pool, trigger.name, *function);
  }
  if (const auto* const function = sending_function(scope.props.senders.email)) {
    let_call(scope, pool, "CustomEmailSender", *function);
    let_use_key(scope, *function, key);
  }
  if (const auto* const function = sending_function(scope.props.senders.sms)) {
    let_call(scope, pool, "CustomSmsSender", *function);
    let_use_key(scope, *function, key);
  }
}

std::vector<const defineFunction*> called_functions(const AuthProps& props) {
  std::vector<const defineFunction*> found;
  const auto add = [&](const defineFunction* function) {
    if (function != nullptr) found.push_back(function);
  };
  for (const Trigger& trigger : triggers)
    add((props.triggers.*trigger.function).get());
  add(sending_function(props.senders.email));
  add(sending_function(props.senders.sms));
  return found;
}

}  // namespace amplify::cognito
