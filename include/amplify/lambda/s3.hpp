// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/lambda/codec.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::lambda {

struct S3EventRecord {
  std::string awsRegion{};
  /// ISO 8601.
  std::string eventTime{};
  /// `ObjectCreated:Put`, `ObjectRemoved:Delete`, …
  std::string eventName{};
  std::string principalId{};

  struct Bucket {
    std::string name{};
    std::string arn{};
  };
  struct Object {
    /// As the object is called; the payload has it percent-encoded.
    std::string key{};
    /// 0 for one that was removed.
    std::int64_t size = 0;
    std::string eTag{};
    std::string versionId{};
    /// Orders the events of a key.
    std::string sequencer{};
  };
  Bucket bucket{};
  Object object{};
};

/// That objects of a bucket were made or removed.
struct S3Event {
  std::vector<S3EventRecord> records{};
};

void decodePayload(std::string_view payload, S3Event& event);

}  // namespace amplify::lambda
