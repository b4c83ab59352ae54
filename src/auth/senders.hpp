// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/scope.hpp"

#include <amplify/cfn/cognito.hpp>

#include <optional>

namespace amplify::cognito {

/// What sends mails and text messages, before there is a user pool.
struct SenderResources {
  cdk::Obj<cfn::cognito::UserPool::EmailConfiguration> email{};
  cdk::Obj<cfn::cognito::UserPool::SmsConfiguration> sms{};
  /// The role that was made to send text messages.
  std::optional<cdk::Resource> smsRole{};
  /// The key that was made for custom senders.
  std::optional<cdk::Resource> key{};
  /// The ARN of theirs, made or given; unset without custom senders.
  cdk::Str keyArn{};
};

/// `pool` is the construct of the user pool to be.
SenderResources senders(const Scope& scope, const cdk::Construct& pool);

}  // namespace amplify::cognito
