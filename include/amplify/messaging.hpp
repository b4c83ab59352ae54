// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/allow/access_rule.hpp>
#include <amplify/cdk/kinesis.hpp>
#include <amplify/cdk/sns.hpp>
#include <amplify/cdk/sqs.hpp>
#include <amplify/cdk/stack.hpp>
#include <amplify/checked.hpp>
#include <amplify/function/rules.hpp>

#include <source_location>
#include <string>
#include <vector>

namespace amplify {

using SourceName = CheckedText<detail::resource_name_rule>;

struct QueueProps {
  /// Letters, digits, `-`, `_` and spaces. Required.
  SourceName name{};
  /// How long a message that was received and not deleted stays hidden. Default: six times as long
  /// as the functions that it calls may take.
  cdk::Int visibilityTimeoutSeconds{};
  /// How long a message is kept, up to 1,209,600 (14 days). Default: 345,600 (4 days).
  cdk::Int retentionPeriodSeconds{};
  /// How long a new message stays hidden. Default: 0.
  cdk::Int deliveryDelaySeconds{};
  /// Messages in order, each once.
  bool fifo = false;
  /// Takes messages of equal content for the same. Only with `fifo`.
  bool contentBasedDeduplication = false;
  /// Where messages go that were received too often: `{.maxReceiveCount = 3}`. Default: they come
  /// again until they expire.
  cdk::sqs::DeadLetterQueue deadLetterQueue{};
  /// A KMS key by its ARN. Default: a key of SQS.
  cdk::Str encryptionKeyArn{};
  /// From `allow.resource(function)` with `.to(...)`: `send`, `consume`, `purge`.
  std::vector<AccessRule> access{};
};

/// Defines an SQS queue, whose messages call the functions that have it in `.events`.
///
/// Called like a function: `const auto orders = defineQueue({.name = "orders"});`
/// Errors (compile time, or at synthesis for `atRuntime`): `InvalidResourceNameError`.
/// Errors (at synthesis): `InvalidMessagingAccessError`, `DuplicateMessagingNameError`,
/// `InvalidFunctionEventError`.
struct defineQueue {
  QueueProps props{};
  std::source_location where = std::source_location::current();
};

struct TopicProps {
  /// Letters, digits, `-`, `_` and spaces. Required.
  SourceName name{};
  /// The sender's name in messages to people.
  std::string displayName{};
  /// A KMS key by its ARN. Default: none.
  cdk::Str encryptionKeyArn{};
  /// From `allow.resource(function)` with `.to("publish")`.
  std::vector<AccessRule> access{};
};

/// Defines an SNS topic, whose messages call the functions that have it in `.events`.
///
/// Errors: as `defineQueue`.
struct defineTopic {
  TopicProps props{};
  std::source_location where = std::source_location::current();
};

struct StreamProps {
  /// Letters, digits, `-`, `_` and spaces. Required.
  SourceName name{};
  /// Default: on demand.
  cdk::Int shardCount{};
  /// How long records are kept. Default: 24.
  cdk::Int retentionPeriodHours{};
  /// A KMS key by its ARN. Default: AWS's key for Kinesis.
  cdk::Str encryptionKeyArn{};
  /// From `allow.resource(function)` with `.to(...)`: `read`, `write`.
  std::vector<AccessRule> access{};
};

/// Defines a Kinesis stream, whose records call the functions that have it in `.events`.
///
/// Errors: as `defineQueue`.
struct defineStream {
  StreamProps props{};
  std::source_location where = std::source_location::current();
};

/// What `backend[queue]` reaches: the resources of a `defineQueue`.
struct QueueResources {
  cdk::NestedStack stack;
  cdk::sqs::Queue queue;
};
/// The same for a `defineTopic`.
struct TopicResources {
  cdk::NestedStack stack;
  cdk::sns::Topic topic;
};
/// The same for a `defineStream`.
struct StreamResources {
  cdk::NestedStack stack;
  cdk::kinesis::Stream stream;
};

}  // namespace amplify
