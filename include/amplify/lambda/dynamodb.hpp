// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/lambda/codec.hpp>
#include <amplify/lambda/records.hpp>
#include <amplify/lambda/sqs.hpp>

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace amplify::lambda {

/// What an attribute of an item holds.
struct AttributeValue {
  /// As text: DynamoDB's numbers have more digits than `double`.
  struct Number {
    std::string text{};
  };
  struct Binary {
    std::string bytes{};
  };
  using List = std::vector<AttributeValue>;
  /// The elements of a set: texts, numbers or bytes.
  struct Set {
    enum class Of { strings, numbers, binaries };
    Of of = Of::strings;
    std::vector<std::string> elements{};
  };
  using Map = std::map<std::string, AttributeValue, std::less<>>;

  /// `std::monostate` is null.
  std::variant<std::monostate, bool, std::string, Number, Binary, List, Map, Set> value{};

  /// Null if it holds something else.
  template <class T>
  const T* as() const {
    return std::get_if<T>(&value);
  }
};

/// Attributes by name.
using Item = AttributeValue::Map;

struct DynamoDBRecord {
  std::string eventID{};
  /// `INSERT`, `MODIFY` or `REMOVE`.
  std::string eventName{};
  std::string eventSourceARN{};
  std::string awsRegion{};
  Item keys{};
  /// As far as the stream has them.
  Item newImage{};
  Item oldImage{};
  std::string sequenceNumber{};
  /// `dynamodb.amazonaws.com` if the item's time to live was over.
  std::string userPrincipalId{};
};

/// Changes of a table's items.
struct DynamoDBStreamEvent {
  std::vector<DynamoDBRecord> records{};
};

void decodePayload(std::string_view payload, DynamoDBStreamEvent& event);

/// Handles the records in order: what `handle` throws lets that record and all later ones come
/// again.
template <class F>
[[nodiscard]] BatchResponse forEachRecord(const DynamoDBStreamEvent& event, F handle) {
  for (const DynamoDBRecord& record : event.records)
    if (!detail::handled(record, record.sequenceNumber, handle)) return {{record.sequenceNumber}};
  return {};
}

}  // namespace amplify::lambda
