// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/sqs.hpp>

#include "cdk/iam/grant.hpp"
#include "cdk/inspect.hpp"
#include "cdk/services/support.hpp"

#include <string>
#include <utility>

namespace amplify::cdk::sqs {
namespace {

Json properties(const QueueProps& props) {
  return Json::object({
      {"ContentBasedDeduplication", true_or_unset(props.contentBasedDeduplication)},
      {"DelaySeconds", props.deliveryDelay},
      {"FifoQueue", true_or_unset(props.fifo)},
      {"KmsMasterKeyId", props.encryptionKeyArn},
      {"MessageRetentionPeriod", props.retentionPeriod},
      {"QueueName", props.queueName},
      {"ReceiveMessageWaitTimeSeconds", props.receiveMessageWaitTime},
      {"SqsManagedSseEnabled", true_or_unset(!props.encryptionKeyArn.isSet())},
      {"VisibilityTimeout", props.visibilityTimeout},
  });
}

/// What a new dead-letter queue has in common with its queue.
QueueProps dead_letter_props(const QueueProps& props) {
  constexpr int days_14 = 1'209'600;
  return {
      .retentionPeriod = days_14,
      .fifo = props.fifo,
      .encryptionKeyArn = props.encryptionKeyArn,
  };
}

}  // namespace

Queue::Queue(
    const Construct& scope, std::string_view id, QueueProps props, std::source_location where
)
    : Construct(scope, id, where),
      resource_(*this, "Resource", "AWS::SQS::Queue", properties(props), where),
      key_(props.encryptionKeyArn),
      policy_(std::make_shared<const iam::ResourcePolicy>(
          *this, "Policy", "AWS::SQS::QueuePolicy", "Queues", Json::array({resource_.ref()})
      )) {
  policy_->add(iam::deny_without_tls({"sqs:*"}, {queueArn()}));
  if (props.contentBasedDeduplication && !props.fifo) {
    add_error(
        *this, "InvalidQueueError", ".contentBasedDeduplication is for fifo queues",
        "set .fifo = true"
    );
  }
  const DeadLetterQueue& dead = props.deadLetterQueue;
  if (dead.maxReceiveCount <= 0) {
    if (dead.queueArn.isSet()) {
      add_error(
          *this, "InvalidQueueError", ".deadLetterQueue has no .maxReceiveCount",
          "write after how many receives a message goes there"
      );
    }
    return;
  }
  Str arn = dead.queueArn;
  if (!arn.isSet()) {
    arn = Queue(*this, "DeadLetterQueue", dead_letter_props(props), where).queueArn();
  }
  dead_letters_ = detail::Access::make<Any>(detail::Access::data(arn));
  resource_.setProperty(
      "RedrivePolicy",
      Json::object({{"deadLetterTargetArn", arn}, {"maxReceiveCount", dead.maxReceiveCount}})
  );
}

void Queue::grantSendMessages(const iam::Grantee& grantee) const {
  grant(
      grantee, {"sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage"},
      {"kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"}
  );
}

void Queue::grantConsumeMessages(const iam::Grantee& grantee) const {
  grant(
      grantee,
      {"sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes",
       "sqs:GetQueueUrl", "sqs:ReceiveMessage"},
      {"kms:Decrypt"}
  );
}

void Queue::grantPurge(const iam::Grantee& grantee) const {
  grant(grantee, {"sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:PurgeQueue"}, {});
}

void Queue::addToResourcePolicy(iam::PolicyStatement statement) const {
  policy_->add(std::move(statement));
}

Construct Queue::policy() const { return policy_->construct(); }

void Queue::grant(const iam::Grantee& grantee, List<Str> actions, List<Str> key_actions) const {
  iam::grant(*this, grantee, {.actions = actions, .resources = {queueArn()}}, policy_.get());
  grant_key_use(*this, grantee, key_, key_actions);
}

}  // namespace amplify::cdk::sqs
