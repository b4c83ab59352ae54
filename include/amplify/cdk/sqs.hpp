// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>
#include <amplify/cdk/iam/role.hpp>

#include <memory>
#include <string_view>

namespace amplify::cdk::iam {
class ResourcePolicy;
}

namespace amplify::cdk::sqs {

/// Where messages go that nobody could handle.
struct DeadLetterQueue {
  /// After so many receives. Default: there is no dead-letter queue.
  int maxReceiveCount = 0;
  /// An existing queue by its ARN. Default: a new one, which keeps messages for 14 days.
  Str queueArn{};
};

struct QueueProps {
  /// The physical name; ends in `.fifo` for such a queue. Default: CloudFormation makes one.
  Str queueName{};
  /// Seconds until a message that was received and not deleted appears again. Default: 30.
  Int visibilityTimeout{};
  /// Seconds that a message is kept, up to 1,209,600. Default: 345,600, four days.
  Int retentionPeriod{};
  /// Seconds that a receive waits for a message, up to 20. Default: 0.
  Int receiveMessageWaitTime{};
  /// Seconds until a new message appears. Default: 0.
  Int deliveryDelay{};
  /// Messages in order, each once.
  bool fifo = false;
  /// Takes messages of equal content for the same. Only with `fifo`.
  bool contentBasedDeduplication = false;
  DeadLetterQueue deadLetterQueue{};
  /// A KMS key by its ARN. Default: encrypted by a key of SQS.
  Str encryptionKeyArn{};
};

/// An SQS queue: encrypted, and closed to calls without TLS.
class Queue : public Construct {
 public:
  /// Errors (at synthesis): `InvalidQueueError` for `contentBasedDeduplication` without `fifo`.
  Queue(
      const Construct& scope, std::string_view id, QueueProps props = {},
      std::source_location where = std::source_location::current()
  );

  Resource resource() const { return resource_; }
  Any queueArn() const { return resource_.getAtt("Arn"); }
  Any queueName() const { return resource_.getAtt("QueueName"); }
  Any queueUrl() const { return resource_.ref(); }
  /// The ARN of the dead-letter queue; unset when there is none.
  Any deadLetterQueueArn() const { return dead_letters_; }

  void grantSendMessages(const iam::Grantee& grantee) const;
  /// To receive and delete.
  void grantConsumeMessages(const iam::Grantee& grantee) const;
  /// To delete all messages at once.
  void grantPurge(const iam::Grantee& grantee) const;

  void addToResourcePolicy(iam::PolicyStatement statement) const;
  /// What stands for the queue's policy, for resources that must wait for it.
  Construct policy() const;

 private:
  void grant(const iam::Grantee& grantee, List<Str> actions, List<Str> key_actions) const;

  Resource resource_;
  Any dead_letters_{};
  Str key_;
  std::shared_ptr<const iam::ResourcePolicy> policy_;
};

}  // namespace amplify::cdk::sqs
