// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/lambda/codec.hpp>
#include <amplify/lambda/records.hpp>
#include <amplify/lambda/values.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::lambda {

struct SQSMessageAttribute {
  std::string dataType{};
  /// Text, or the bytes of a binary value.
  std::string value{};
};

struct SQSRecord {
  std::string messageId{};
  std::string receiptHandle{};
  std::string body{};
  /// `ApproximateReceiveCount`, `SentTimestamp`, `MessageGroupId`, …
  Strings attributes{};
  std::map<std::string, SQSMessageAttribute, std::less<>> messageAttributes{};
  std::string eventSourceARN{};
  std::string awsRegion{};
};

/// Messages of a queue.
struct SQSEvent {
  std::vector<SQSRecord> records{};
};

void decodePayload(std::string_view payload, SQSEvent& event);
std::string encodeResult(const BatchResponse& response, std::string_view payload);

/// Handles every message by itself: what `handle` throws lets that message come again. After a
/// failure in a FIFO queue, later ones of the batch come again too, so that they stay in order.
template <class F>
[[nodiscard]] BatchResponse forEachRecord(const SQSEvent& event, F handle) {
  BatchResponse response;
  for (const SQSRecord& record : event.records) {
    const bool waits =
        !response.batchItemFailures.empty() && record.eventSourceARN.ends_with(".fifo");
    if (waits || !detail::handled(record, record.messageId, handle))
      response.batchItemFailures.push_back(record.messageId);
  }
  return response;
}

}  // namespace amplify::lambda
