// SPDX-License-Identifier: Apache-2.0
#include "auth/senders.hpp"

#include "cdk/inspect.hpp"

#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/iam.hpp>
#include <amplify/cfn/kms.hpp>

#include <string>

namespace amplify::cognito {
namespace {

using cdk::Construct;
using cdk::Json;
using cdk::Str;
using cfn::cognito::UserPool;

bool sends_texts(const AuthProps& props) {
  return props.loginWith.phone.isOn() || std::holds_alternative<SnsSender>(props.senders.sms) ||
         (props.multifactor.mode != MultifactorMode::off && props.multifactor.sms.isOn());
}

UserPool::EmailConfiguration ses(const SesSender& sender) {
  const std::string address(sender.fromEmail.view());
  const std::string name(sender.fromName.view());
  return {
      .emailSendingAccount = "DEVELOPER",
      .from = name.empty() ? address : name + " <" + address + ">",
      .replyToEmailAddress = value(sender.replyTo),
      .sourceArn = cdk::fn::concat(
          {"arn:", cdk::aws::partition(), ":ses:", cdk::aws::region(), ":", cdk::aws::accountId(),
           ":identity/", address}
      ),
  };
}

/// Lets Cognito publish to phones. SNS has no resource for a phone number.
cdk::Resource sms_role(const Scope& scope, const Construct& pool, const Str& external_id) {
  cdk::iam::ServicePrincipal cognito("cognito-idp.amazonaws.com");
  cognito.conditions =
      Json::object({{"StringEquals", Json::object({{"sts:ExternalId", external_id}})}});
  const cdk::iam::PolicyDocument access{{{.actions = {"sns:Publish"}, .resources = {"*"}}}};
  return cdk::iam::Role(
             pool, "smsRole", {.assumedBy = {cognito}, .inlinePolicies = {{"sns-publish", access}}},
             scope.where
  )
      .resource();
}

void add_texts(SenderResources& resources, const Scope& scope, const Construct& pool) {
  const auto* const own = std::get_if<SnsSender>(&scope.props.senders.sms);
  const Str region = own != nullptr ? value(own->snsRegion) : Str();
  if (own != nullptr && !own->snsCallerArn.empty()) {
    resources.sms = UserPool::SmsConfiguration{
        .externalId = value(own->externalId),
        .snsCallerArn = value(own->snsCallerArn),
        .snsRegion = region
    };
    return;
  }
  const Str external_id = cdk::unique_id(pool);
  resources.smsRole = sms_role(scope, pool, external_id);
  resources.sms = UserPool::SmsConfiguration{
      .externalId = external_id,
      .snsCallerArn = resources.smsRole->getAtt("Arn"),
      .snsRegion = region
  };
}

/// The account's administrators decide over the key, by policies.
cdk::Resource custom_sender_key(const Scope& scope) {
  const cdk::iam::PolicyDocument policy{
      {{.principals = {cdk::iam::AccountPrincipal(cdk::aws::accountId())},
        .actions = {"kms:*"},
        .resources = {"*"}}}
  };
  return cfn::kms::Key{
      Construct(scope.construct, scope.id("CustomSenderKey"), scope.where),
      "Resource",
      {.enableKeyRotation = true, .keyPolicy = policy.toJson()},
      {},
      scope.where
  };
}

void add_key(SenderResources& resources, const Scope& scope) {
  const auto* const email = std::get_if<CustomSender>(&scope.props.senders.email);
  const auto* const sms = std::get_if<CustomSender>(&scope.props.senders.sms);
  if (email == nullptr && sms == nullptr) return;
  for (const CustomSender* const sender : {sms, email}) {
    if (sender != nullptr && !sender->kmsKeyArn.empty() && !resources.keyArn.isSet())
      resources.keyArn = value(sender->kmsKeyArn);
  }
  if (resources.keyArn.isSet()) return;
  resources.key = custom_sender_key(scope);
  resources.keyArn = resources.key->getAtt("Arn");
}

}  // namespace

SenderResources senders(const Scope& scope, const Construct& pool) {
  SenderResources resources;
  if (const auto* const own = std::get_if<SesSender>(&scope.props.senders.email))
    resources.email = ses(*own);
  if (sends_texts(scope.props)) add_texts(resources, scope, pool);
  add_key(resources, scope);
  return resources;
}

}  // namespace amplify::cognito
