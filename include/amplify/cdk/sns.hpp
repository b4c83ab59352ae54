// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>
#include <amplify/cdk/iam/role.hpp>

#include <memory>
#include <string_view>

namespace amplify::cdk::iam {
class ResourcePolicy;
}
namespace amplify::cdk::lambda {
class Function;
}
namespace amplify::cdk::sqs {
class Queue;
}

namespace amplify::cdk::sns {

struct TopicProps {
  /// The physical name; ends in `.fifo` for such a topic. Default: CloudFormation makes one.
  Str topicName{};
  /// The sender's name in messages to people.
  Str displayName{};
  /// Messages in order, each once.
  bool fifo = false;
  bool contentBasedDeduplication = false;
  /// A KMS key by its ARN. Default: none, since AWS's own key keeps other services from publishing.
  Str masterKeyArn{};
};

struct SubscriptionProps {
  /// Messages as they were published, without SNS's envelope. For queues and URLs.
  bool rawMessageDelivery = false;
  /// Only messages with these attributes: `{"kind": ["order"]}`. Default: all.
  Json filterPolicy{};
};

/// An SNS topic, closed to calls without TLS.
class Topic : public Construct {
 public:
  /// Errors (at synthesis): `InvalidTopicError` for `contentBasedDeduplication` without `fifo`.
  Topic(
      const Construct& scope, std::string_view id, TopicProps props = {},
      std::source_location where = std::source_location::current()
  );

  Resource resource() const { return resource_; }
  Any topicArn() const { return resource_.ref(); }
  Any topicName() const { return resource_.getAtt("TopicName"); }

  /// The subscription, and the queue's permission, are in the queue's stack.
  void addSubscription(const sqs::Queue& queue, SubscriptionProps props = {}) const;
  /// The subscription, and the permission to call, are in the function's stack. Errors (at
  /// synthesis): `InvalidSubscriptionError` for `rawMessageDelivery`.
  void addSubscription(const lambda::Function& function, SubscriptionProps props = {}) const;
  /// The address gets a mail to confirm.
  void addEmailSubscription(std::string_view id, Str address) const;
  /// The server is asked to confirm. Errors (at synthesis): `InvalidSubscriptionError` for a URL
  /// that isn't one of https.
  void addUrlSubscription(std::string_view id, Str url, SubscriptionProps props = {}) const;

  void grantPublish(const iam::Grantee& grantee) const;
  void grantSubscribe(const iam::Grantee& grantee) const;

  void addToResourcePolicy(iam::PolicyStatement statement) const;

 private:
  Resource resource_;
  Str key_;
  std::shared_ptr<const iam::ResourcePolicy> policy_;
};

}  // namespace amplify::cdk::sns
