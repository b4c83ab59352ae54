// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/lambda/codec.hpp>
#include <amplify/lambda/values.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace amplify::lambda {

struct SNSMessage {
  std::string messageId{};
  std::string topicArn{};
  /// Empty if there is none.
  std::string subject{};
  std::string message{};
  /// ISO 8601.
  std::string timestamp{};
  /// Their values as text.
  Strings messageAttributes{};
};

struct SNSEventRecord {
  std::string eventSubscriptionArn{};
  SNSMessage sns{};
};

/// Messages of a topic.
struct SNSEvent {
  std::vector<SNSEventRecord> records{};
};

void decodePayload(std::string_view payload, SNSEvent& event);

}  // namespace amplify::lambda
