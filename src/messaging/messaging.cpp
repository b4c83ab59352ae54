// SPDX-License-Identifier: Apache-2.0
#include "messaging/messaging.hpp"

#include "detail/screaming_snake.hpp"

#include <amplify/allow/words.hpp>

#include <fmt/format.h>

#include <functional>
#include <initializer_list>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace amplify::messaging {
namespace {

constexpr std::string_view queue_words[] = {"send", "consume", "purge"};
constexpr std::string_view topic_words[] = {"publish"};
constexpr std::string_view stream_words[] = {"read", "write"};

template <std::size_t N>
constexpr detail::vocabulary vocabulary(
    const std::string_view (&words)[N], std::string_view no_such, std::string_view all
) {
  return {.no_such = no_such, .words = words, .count = N, .all = all};
}

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const auto part : parts)
    text += part;
  return text;
}

/// What can be granted, by the word for it.
using Grant = std::function<void(const cdk::iam::Role&)>;
using Grants = std::map<std::string_view, Grant>;

/// By which variable a function finds what it may use.
struct Variable {
  std::string_view suffix;
  cdk::Str value;
};

/// Reads the rules of one definition.
template <class Definition>
class Access {
 public:
  Access(const Definition& definition, const Surroundings& surroundings)
      : definition_(definition), surroundings_(surroundings) {}

  void grant(const detail::vocabulary& known, const Variable& variable, const Grants& grants) {
    if (!definition_.props.name.isAllowed()) {
      fault(
          "InvalidResourceNameError", fmt::format("`{}` is no name", definition_.props.name.view()),
          "begin with a letter, then use letters, digits, `-`, `_` and spaces"
      );
    }
    std::set<const defineFunction*> told;
    for (const AccessRule& rule : definition_.props.access) {
      if (!check(rule, known)) continue;
      const FunctionResources function = surroundings_.function(*rule.function);
      for (const std::string& word : rule.words)
        grants.at(word)(function.lambda.role());
      if (!told.insert(rule.function).second) continue;
      function.lambda.addEnvironment(
          detail::screaming_snake(definition_.props.name.view()) + std::string(variable.suffix),
          variable.value
      );
    }
  }

 private:
  void fault(std::string code, std::string message, std::string help) {
    surroundings_.report({
        .code = std::move(code),
        .where = place(definition_),
        .message = std::move(message),
        .help = std::move(help),
        .source = definition_.where,
    });
  }

  bool check(const AccessRule& rule, const detail::vocabulary& known) {
    bool is_good = true;
    const auto wrong = [&](std::string message, std::string help) {
      is_good = false;
      fault("InvalidMessagingAccessError", std::move(message), std::move(help));
    };
    const auto text = rule.text();
    if (rule.who != detail::strategy::resource) {
      wrong(fmt::format("{} is no rule about functions", text), "write allow.resource(myFunction)");
      return false;
    }
    if (rule.limits == 0) {
      wrong(
          fmt::format("{} says nothing about what it permits", text),
          fmt::format("write {}.to(\"{}\"), say", text, known.words[0])
      );
    }
    detail::check_words(
        known, {text, {}, {}}, rule.limits, rule.words.data(), rule.words.size(),
        [&](std::initializer_list<std::string_view> what,
            std::initializer_list<std::string_view> help) { wrong(joined(what), joined(help)); }
    );
    return is_good;
  }

  const Definition& definition_;
  const Surroundings& surroundings_;
};

/// The construct around the resources.
template <class Definition>
cdk::Construct scope_of(
    const cdk::NestedStack& stack, const Definition& definition, std::string_view kind
) {
  const auto name = definition.props.name.view();
  cdk::Construct scope(stack, fmt::format("{}-{}", name, kind), definition.where);
  scope.addTag("amplify:friendly-name", name);
  return scope;
}

}  // namespace

QueueResources build(
    const cdk::NestedStack& stack, const defineQueue& definition, const Surroundings& surroundings
) {
  const QueueProps& props = definition.props;
  const cdk::sqs::Queue queue(
      scope_of(stack, definition, "queue"), "Queue",
      {
          .visibilityTimeout = props.visibilityTimeoutSeconds,
          .retentionPeriod = props.retentionPeriodSeconds,
          .deliveryDelay = props.deliveryDelaySeconds,
          .fifo = props.fifo,
          .contentBasedDeduplication = props.contentBasedDeduplication,
          .deadLetterQueue = props.deadLetterQueue,
          .encryptionKeyArn = props.encryptionKeyArn,
      },
      definition.where
  );
  Access(definition, surroundings)
      .grant(
          vocabulary(queue_words, "no action on a queue", "there are send, consume and purge"),
          {"_QUEUE_URL", queue.queueUrl()},
          {
              {"send", [&](const auto& role) { queue.grantSendMessages(role); }},
              {"consume", [&](const auto& role) { queue.grantConsumeMessages(role); }},
              {"purge", [&](const auto& role) { queue.grantPurge(role); }},
          }
      );
  return {.stack = stack, .queue = queue};
}

TopicResources build(
    const cdk::NestedStack& stack, const defineTopic& definition, const Surroundings& surroundings
) {
  const TopicProps& props = definition.props;
  const cdk::sns::Topic topic(
      scope_of(stack, definition, "topic"), "Topic",
      {
          .displayName = props.displayName.empty() ? cdk::Str() : cdk::Str(props.displayName),
          .masterKeyArn = props.encryptionKeyArn,
      },
      definition.where
  );
  Access(definition, surroundings)
      .grant(
          vocabulary(topic_words, "no action on a topic", "there is publish"),
          {"_TOPIC_ARN", topic.topicArn()},
          {{"publish", [&](const auto& role) { topic.grantPublish(role); }}}
      );
  return {.stack = stack, .topic = topic};
}

StreamResources build(
    const cdk::NestedStack& stack, const defineStream& definition, const Surroundings& surroundings
) {
  const StreamProps& props = definition.props;
  const cdk::kinesis::Stream stream(
      scope_of(stack, definition, "stream"), "Stream",
      {
          .shardCount = props.shardCount,
          .retentionPeriodHours = props.retentionPeriodHours,
          .encryptionKeyArn = props.encryptionKeyArn,
      },
      definition.where
  );
  Access(definition, surroundings)
      .grant(
          vocabulary(stream_words, "no action on a stream", "there are read and write"),
          {"_STREAM_NAME", stream.streamName()},
          {
              {"read", [&](const auto& role) { stream.grantRead(role); }},
              {"write", [&](const auto& role) { stream.grantWrite(role); }},
          }
      );
  return {.stack = stack, .stream = stream};
}

std::string place(const defineQueue& definition) {
  return fmt::format("defineQueue \"{}\"", definition.props.name.view());
}
std::string place(const defineTopic& definition) {
  return fmt::format("defineTopic \"{}\"", definition.props.name.view());
}
std::string place(const defineStream& definition) {
  return fmt::format("defineStream \"{}\"", definition.props.name.view());
}

}  // namespace amplify::messaging
