// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/lambda/codec.hpp>
#include <amplify/lambda/records.hpp>
#include <amplify/lambda/sqs.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace amplify::lambda {

struct KinesisStreamRecord {
  std::string eventID{};
  std::string eventSourceARN{};
  std::string awsRegion{};
  std::string partitionKey{};
  std::string sequenceNumber{};
  /// The bytes; the payload has them in base64.
  std::string data{};
  /// Seconds since 1970.
  double approximateArrivalTimestamp = 0;
};

/// Records of a Kinesis stream.
struct KinesisStreamEvent {
  std::vector<KinesisStreamRecord> records{};
};

void decodePayload(std::string_view payload, KinesisStreamEvent& event);

/// Handles the records in order: what `handle` throws lets that record and all later ones come
/// again.
template <class F>
[[nodiscard]] BatchResponse forEachRecord(const KinesisStreamEvent& event, F handle) {
  for (const KinesisStreamRecord& record : event.records)
    if (!detail::handled(record, record.sequenceNumber, handle)) return {{record.sequenceNumber}};
  return {};
}

}  // namespace amplify::lambda
