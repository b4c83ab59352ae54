// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/lambda.hpp>
#include <amplify/cdk/sns.hpp>
#include <amplify/cdk/sqs.hpp>

#include "cdk/iam/grant.hpp"
#include "cdk/inspect.hpp"
#include "cdk/services/support.hpp"

#include <utility>

namespace amplify::cdk::sns {
namespace {

Json properties(const TopicProps& props) {
  return Json::object({
      {"ContentBasedDeduplication", true_or_unset(props.contentBasedDeduplication)},
      {"DisplayName", props.displayName},
      {"FifoTopic", true_or_unset(props.fifo)},
      {"KmsMasterKeyId", props.masterKeyArn},
      {"TopicName", props.topicName},
  });
}

Json subscription(
    const Topic& topic, std::string_view protocol, const Json& endpoint,
    const SubscriptionProps& props
) {
  return Json::object({
      {"Endpoint", endpoint},
      {"FilterPolicy", props.filterPolicy},
      {"Protocol", protocol},
      {"RawMessageDelivery", true_or_unset(props.rawMessageDelivery)},
      {"TopicArn", topic.topicArn()},
  });
}

}  // namespace

Topic::Topic(
    const Construct& scope, std::string_view id, TopicProps props, std::source_location where
)
    : Construct(scope, id, where),
      resource_(*this, "Resource", "AWS::SNS::Topic", properties(props), where),
      key_(props.masterKeyArn),
      policy_(std::make_shared<const iam::ResourcePolicy>(
          *this, "Policy", "AWS::SNS::TopicPolicy", "Topics", Json::array({resource_.ref()})
      )) {
  policy_->add(iam::deny_without_tls({"sns:Publish"}, {topicArn()}));
  if (props.contentBasedDeduplication && !props.fifo) {
    add_error(
        *this, "InvalidTopicError", ".contentBasedDeduplication is for fifo topics",
        "set .fifo = true"
    );
  }
}

void Topic::addSubscription(const sqs::Queue& queue, SubscriptionProps props) const {
  queue.addToResourcePolicy({
      .principals = {iam::ServicePrincipal("sns.amazonaws.com")},
      .actions = {"sqs:SendMessage"},
      .resources = {queue.queueArn()},
      .conditions = Json::object({{"ArnEquals", Json::object({{"aws:SourceArn", topicArn()}})}}),
  });
  Resource made(
      queue, id_for("Subscription", *this), "AWS::SNS::Subscription",
      subscription(*this, "sqs", queue.queueArn(), props)
  );
  // SNS tries the endpoint at once.
  made.addDependency(queue.policy());
}

void Topic::addSubscription(const lambda::Function& function, SubscriptionProps props) const {
  if (props.rawMessageDelivery) {
    add_error(
        *this, "InvalidSubscriptionError", "functions get no raw messages",
        "take .rawMessageDelivery out"
    );
  }
  function.addPermission(
      function, id_for("Allow", *this), {.principal = "sns.amazonaws.com", .sourceArn = topicArn()}
  );
  Resource(
      function, id_for("Subscription", *this), "AWS::SNS::Subscription",
      subscription(*this, "lambda", function.functionArn(), props)
  );
}

void Topic::addEmailSubscription(std::string_view id, Str address) const {
  Resource(*this, id, "AWS::SNS::Subscription", subscription(*this, "email", address, {}));
}

void Topic::addUrlSubscription(std::string_view id, Str url, SubscriptionProps props) const {
  const auto text = literal_string(url);
  if (text && !text->starts_with("https://")) {
    add_error(
        *this, "InvalidSubscriptionError", "the URL isn't one of https", "give an https:// URL"
    );
  }
  Resource(*this, id, "AWS::SNS::Subscription", subscription(*this, "https", url, props));
}

void Topic::grantPublish(const iam::Grantee& grantee) const {
  iam::grant(
      *this, grantee, {.actions = {"sns:Publish"}, .resources = {topicArn()}}, policy_.get()
  );
  grant_key_use(*this, grantee, key_, {"kms:Decrypt", "kms:GenerateDataKey*"});
}

void Topic::grantSubscribe(const iam::Grantee& grantee) const {
  iam::grant(
      *this, grantee, {.actions = {"sns:Subscribe"}, .resources = {topicArn()}}, policy_.get()
  );
}

void Topic::addToResourcePolicy(iam::PolicyStatement statement) const {
  policy_->add(std::move(statement));
}

}  // namespace amplify::cdk::sns
