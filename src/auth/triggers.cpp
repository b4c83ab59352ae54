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

/// The function that sends; null when it isn't one.
template <class Sender>
const defineFunction* sending_function(const Sender& sender) {
  const auto* const custom = std::get_if<CustomSender>(&sender);
  return custom == nullptr ? nullptr : custom->handler.get();
}

void let_call(
    const Scope& scope, const cdk::Resource& pool, std::string_view event, const Function& function
) {
  cfn::lambda::Permission{
      pool.scope(),
      std::string(event) + "Cognito",
      {
          .action = "lambda:InvokeFunction",
          .functionName = function.arn,
          .principal = "cognito-idp.amazonaws.com",
          .sourceArn = pool.getAtt("Arn"),
      },
      {},
      scope.where
  };
}

/// Beside the user pool, so that the functions need not know of it.
void let_use_key(
    const Scope& scope, std::string_view id, const cdk::Str& key, const Function& function
) {
  cdk::iam::Policy(
      scope.construct, scope.id(id),
      {.statements =
           {{.actions = {"kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"},
             .resources = {key}}},
       .roles = {function.role}},
      scope.where
  );
}

}  // namespace

cdk::Obj<LambdaConfig> lambda_config(const Scope& scope, Str key) {
  LambdaConfig config{.kmsKeyId = key};
  bool is_empty = true;
  const auto arn = [&](const defineFunction& function) {
    is_empty = false;
    return scope.context.function(function).arn;
  };
  for (const Trigger& trigger : triggers) {
    if (const auto* const function = (scope.props.triggers.*trigger.function).get())
      config.*trigger.property = arn(*function);
  }
  if (const auto* const function = sending_function(scope.props.senders.email)) {
    config.customEmailSender =
        UserPool::CustomEmailSender{.lambdaArn = arn(*function), .lambdaVersion = "V1_0"};
  }
  if (const auto* const function = sending_function(scope.props.senders.sms)) {
    config.customSmsSender =
        UserPool::CustomSMSSender{.lambdaArn = arn(*function), .lambdaVersion = "V1_0"};
  }
  return is_empty ? cdk::Obj<LambdaConfig>() : config;
}

void grant_triggers(const Scope& scope, const cdk::Resource& pool, Str key) {
  for (const Trigger& trigger : triggers) {
    if (const auto* const function = (scope.props.triggers.*trigger.function).get())
      let_call(scope, pool, trigger.name, scope.context.function(*function));
  }
  if (const auto* const definition = sending_function(scope.props.senders.email)) {
    const Function function = scope.context.function(*definition);
    let_call(scope, pool, "CustomEmailSender", function);
    let_use_key(scope, "EmailSenderKeyAccess", key, function);
  }
  if (const auto* const definition = sending_function(scope.props.senders.sms)) {
    const Function function = scope.context.function(*definition);
    let_call(scope, pool, "CustomSmsSender", function);
    let_use_key(scope, "SmsSenderKeyAccess", key, function);
  }
}

}  // namespace amplify::cognito
