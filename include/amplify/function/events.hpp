// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/lambda.hpp>
#include <amplify/checked.hpp>

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace amplify {

struct defineQueue;
struct defineTopic;
struct defineStream;

/// A queue, topic or stream by its definition, which has to outlive the backend. Default: none.
template <class Definition>
class SourceRef {
 public:
  constexpr SourceRef() = default;
  constexpr SourceRef(const Definition& source) : source_(&source) {}
  SourceRef(const Definition&&) = delete;  // give it a name, and define it once

  constexpr const Definition* get() const { return source_; }

 private:
  const Definition* source_ = nullptr;
};

namespace detail {
// clang-format off: the compilers print the line of a sentence
struct batch_size_rule {
  static constexpr std::int64_t least = 1, most = 10000;
  static constexpr void require(bool allowed) { if (!allowed) throw "InvalidFunctionEventError: .batchSize takes a whole number from 1 to 10000"; }
};
struct batching_window_rule {
  static constexpr std::int64_t least = 0, most = 300;
  static constexpr void require(bool allowed) { if (!allowed) throw "InvalidFunctionEventError: .maxBatchingWindowSeconds takes a whole number from 0 to 300"; }
};
struct concurrency_rule {
  static constexpr std::int64_t least = 2, most = 1000;
  static constexpr void require(bool allowed) { if (!allowed) throw "InvalidFunctionEventError: .maxConcurrency takes a whole number from 2 to 1000"; }
};
struct retry_rule {
  static constexpr std::int64_t least = 0, most = 10000;
  static constexpr void require(bool allowed) { if (!allowed) throw "InvalidFunctionEventError: .retryAttempts takes a whole number from 0 to 10000"; }
};
// clang-format on
/// Stands for a number that isn't given.
inline constexpr std::int64_t not_given = INT64_MIN;
}  // namespace detail

/// Messages of a queue, in batches.
struct QueueEvents {
  /// Required.
  SourceRef<defineQueue> queue{};
  /// Messages in a call, up to 10,000; more than 10 need a batching window. Default: 10.
  WholeNumber<detail::batch_size_rule> batchSize = 10;
  /// How long a batch may wait to become full, up to 300. Default: 0.
  WholeNumber<detail::batching_window_rule> maxBatchingWindowSeconds = 0;
  /// Calls at a time, from 2 to 1,000. Default: no limit of its own.
  WholeNumber<detail::concurrency_rule> maxConcurrency = atRuntime(detail::not_given);
  /// The function tells which messages failed, and only those come again. Default: yes.
  bool reportBatchItemFailures = true;
  /// `{"body": {"kind": ["order"]}}`; a message that matches none is deleted. Default: all.
  std::vector<cdk::Json> filters{};
};

/// Messages of a topic, each in a call.
struct TopicEvents {
  /// Required.
  SourceRef<defineTopic> topic{};
  /// By attributes of messages: `{"kind": ["order"]}`. Default: all.
  cdk::Json filterPolicy{};
};

/// How records of a stream are handled.
struct StreamReading {
  /// Records in a call, up to 10,000. Default: 100.
  WholeNumber<detail::batch_size_rule> batchSize = 100;
  /// How long a batch may wait to become full, up to 300. Default: 0.
  WholeNumber<detail::batching_window_rule> maxBatchingWindowSeconds = 0;
  cdk::lambda::StartingPosition startingPosition = cdk::lambda::StartingPosition::latest;
  /// Default: until the records expire, while those behind them wait.
  WholeNumber<detail::retry_rule> retryAttempts = atRuntime(detail::not_given);
  /// Tries the halves of a batch that failed.
  bool bisectBatchOnError = false;
  /// The function tells which record failed, and the batch begins there again. Default: yes.
  bool reportBatchItemFailures = true;
  /// A record that matches none is left out. Default: all.
  std::vector<cdk::Json> filters{};
  /// Gets a message about each batch that is given up. Default: it is lost.
  SourceRef<defineQueue> onFailure{};
};

/// Records of a Kinesis stream, in batches.
struct StreamEvents {
  /// Required.
  SourceRef<defineStream> stream{};
  StreamReading reading{};
};

/// Changes of a model's items, by the stream of its table: old and new item.
struct ModelEvents {
  /// A model of the backend's `defineData`. Required.
  std::string model{};
  StreamReading reading{};
};

/// What calls a function by itself.
using FunctionEventSource = std::variant<QueueEvents, TopicEvents, StreamEvents, ModelEvents>;

}  // namespace amplify
