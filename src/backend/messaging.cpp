// SPDX-License-Identifier: Apache-2.0
#include "backend/messaging.hpp"

#include "cdk/inspect.hpp"
#include "cdk/services/support.hpp"
#include "messaging/messaging.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace amplify::detail {
namespace {

constexpr std::string_view stack_name = "messaging";
constexpr std::string_view stream_property = "StreamSpecification";

messaging::Surroundings surroundings(Backend::State& state) {
  return {
      .report = [&state](Diagnostic fault) { state.app.addError(std::move(fault)); },
      .function = [&state](const defineFunction& function) { return state.functions.of(function); },
  };
}

template <class Made, class Definition>
auto& found_or_made(Backend::State& state, std::deque<Made>& list, const Definition& definition) {
  for (auto& each : list)
    if (each.definition == &definition) return each.resources;
  const auto name = definition.props.name.view();
  const bool is_taken = std::ranges::any_of(list, [&](const Made& each) {
    return each.definition->props.name.view() == name;
  });
  auto stack = state.stack_of(stack_name, definition.where);
  if (is_taken) {
    state.app.addError(
        {.code = "DuplicateMessagingNameError",
         .where = messaging::place(definition),
         .message = "another one has this name",
         .help = "give each a name of its own",
         .source = definition.where}
    );
    const cdk::Construct apart(stack, fmt::format("duplicate{}", list.size()), definition.where);
    stack = cdk::NestedStack(apart, name.empty() ? stack_name : name, {}, definition.where);
  }
  return list
      .emplace_back(Made{&definition, messaging::build(stack, definition, surroundings(state))})
      .resources;
}

cdk::Int number(std::int64_t value) { return value == not_given ? cdk::Int() : cdk::Int(value); }

/// The events of one function.
class Connection {
 public:
  Connection(
      Backend::State& state, const defineFunction& definition, const FunctionResources& function,
      std::map<const defineQueue*, std::int64_t>& longest_call
  )
      : state_(state), definition_(definition), function_(function), longest_call_(longest_call) {}

  void operator()(const QueueEvents& events) {
    const auto* const queue = events.queue.get();
    if (queue == nullptr)
      return fail("an event has no queue", "write QueueEvents{.queue = orders}");
    const auto concurrency = events.maxConcurrency;
    if (!is_in_range(".batchSize", events.batchSize) ||
        !is_in_range(".maxBatchingWindowSeconds", events.maxBatchingWindowSeconds) ||
        !is_in_range(".maxConcurrency", concurrency))
      return;
    constexpr std::int64_t most_at_once = 10;
    const bool is_large = events.batchSize.value() > most_at_once;
    const auto window = events.maxBatchingWindowSeconds.value();
    const bool is_fifo = queue->props.fifo;
    if (is_fifo && (is_large || window > 0)) {
      fail(
          fmt::format(
              "{} is fifo: its batches have 10 messages at most, and don't wait",
              messaging::place(*queue)
          ),
          "leave out .maxBatchingWindowSeconds, and write a .batchSize up to 10"
      );
    } else if (is_large && window == 0) {
      fail(
          fmt::format(
              "SQS gives 10 messages at once, and .batchSize is {}", events.batchSize.value()
          ),
          "write .maxBatchingWindowSeconds = 1 or more, so that a batch can fill"
      );
    }
    auto& longest = longest_call_[queue];
    longest = std::max(longest, definition_.props.timeoutSeconds.value());
    function_.lambda.addEventSource(
        resources_of(state_, *queue).queue,
        {
            .batchSize = events.batchSize.value(),
            .maxBatchingWindow = window == 0 ? cdk::Int() : cdk::Int(window),
            .reportBatchItemFailures = events.reportBatchItemFailures,
            .filters = events.filters,
            .maxConcurrency = number(concurrency.value()),
        }
    );
  }

  void operator()(const TopicEvents& events) {
    if (events.topic.get() == nullptr)
      return fail("an event has no topic", "write TopicEvents{.topic = orders}");
    resources_of(state_, *events.topic.get())
        .topic.addSubscription(function_.lambda, {.filterPolicy = events.filterPolicy});
  }

  void operator()(const StreamEvents& events) {
    if (events.stream.get() == nullptr)
      return fail("an event has no stream", "write StreamEvents{.stream = clicks}");
    if (!is_in_range(events.reading)) return;
    const auto mapping = function_.lambda.addEventSource(
        resources_of(state_, *events.stream.get()).stream, properties(events.reading)
    );
    add_failure_destination(mapping, function_.lambda.role(), events.reading);
  }

  void operator()(const ModelEvents& events) {
    const auto help = [&](const std::string& what) {
      return fmt::format("write ModelEvents{{.model = \"{}\"}}", what);
    };
    if (!state_.data) {
      return fail(
          fmt::format(
              "an event is about the model `{}`, and the backend has no data", events.model
          ),
          "give defineBackend a defineData"
      );
    }
    const auto& tables = state_.data->made.resources.cfnResources.tables;
    if (!tables.contains(events.model)) {
      return fail(
          fmt::format("there is no model `{}` with a table", events.model),
          help(tables.size() > 0 ? tables.begin()->first : std::string("Post"))
      );
    }
    if (!is_in_range(events.reading)) return;
    cdk::Resource table = tables[events.model];
    table.setProperty(
        stream_property, cdk::Json::object({{"StreamViewType", "NEW_AND_OLD_IMAGES"}})
    );
    const auto access = state_.functions.access(definition_, table);
    const auto role = access.role();
    role.addToPolicy(
        {.actions =
             {"dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator",
              "dynamodb:ListStreams"},
         .resources = {table.getAtt("StreamArn")}}
    );
    cdk::Resource mapping = function_.lambda.addEventSourceMapping(
        access.scope(),
        cdk::id_for(
            "ModelEventSource", access.isByName() ? cdk::Construct(function_.lambda) : table
        ),
        cdk::lambda::SourceKind::stream, table.getAtt("StreamArn"), properties(events.reading)
    );
    mapping.addDependency(role);
    add_failure_destination(mapping, function_.lambda.role(), events.reading);
  }

 private:
  void fail(std::string message, std::string help) {
    state_.app.addError(
        {.code = "InvalidFunctionEventError",
         .where = fmt::format("{}.events", function_.lambda.path()),
         .message = std::move(message),
         .help = std::move(help),
         .source = definition_.where}
    );
  }

  template <class Rule>
  bool is_in_range(std::string_view option, const WholeNumber<Rule>& number) {
    if (number.isAllowed() || number.value() == not_given) return true;
    fail(
        fmt::format("{} is {}", option, number.value()),
        fmt::format("write a whole number from {} to {}", Rule::least, Rule::most)
    );
    return false;
  }

  bool is_in_range(const StreamReading& reading) {
    return is_in_range(".batchSize", reading.batchSize) &&
           is_in_range(".maxBatchingWindowSeconds", reading.maxBatchingWindowSeconds) &&
           is_in_range(".retryAttempts", reading.retryAttempts);
  }

  static cdk::lambda::EventSourceProps properties(const StreamReading& reading) {
    const auto window = reading.maxBatchingWindowSeconds.value();
    return {
        .batchSize = reading.batchSize.value(),
        .maxBatchingWindow = window == 0 ? cdk::Int() : cdk::Int(window),
        .reportBatchItemFailures = reading.reportBatchItemFailures,
        .filters = reading.filters,
        .startingPosition = reading.startingPosition,
        .retryAttempts = number(reading.retryAttempts.value()),
        .bisectBatchOnError = reading.bisectBatchOnError,
    };
  }

  void add_failure_destination(
      cdk::Resource mapping, const cdk::iam::Role& role, const StreamReading& reading
  ) {
    if (reading.onFailure.get() == nullptr) return;
    const auto& queue = resources_of(state_, *reading.onFailure.get()).queue;
    queue.grantSendMessages(role);
    mapping.setProperty(
        "DestinationConfig",
        cdk::Json::object({{"OnFailure", cdk::Json::object({{"Destination", queue.queueArn()}})}})
    );
  }

  Backend::State& state_;
  const defineFunction& definition_;
  const FunctionResources& function_;
  std::map<const defineQueue*, std::int64_t>& longest_call_;
};

/// A message must stay hidden for as long as a function may work on it; AWS advises six times that.
void set_visibility(
    Backend::State& state, const defineQueue& definition, std::int64_t longest_call
) {
  constexpr std::int64_t times = 6;
  constexpr std::int64_t most = 43'200;
  const cdk::Int given = definition.props.visibilityTimeoutSeconds;
  if (!given.isSet()) {
    cdk::Resource queue = resources_of(state, definition).queue.resource();
    queue.setProperty("VisibilityTimeout", std::min(times * longest_call, most));
    return;
  }
  const auto seconds = cdk::literal_integer(given);
  if (!seconds || *seconds >= longest_call) return;
  state.app.addError(
      {.code = "InvalidFunctionEventError",
       .where = messaging::place(definition),
       .message = fmt::format(
           "its messages appear again after {} seconds, while a function may work on them for {}",
           *seconds, longest_call
       ),
       .help = fmt::format(
           "write .visibilityTimeoutSeconds = {}, or leave it out", times * longest_call
       ),
       .source = definition.where}
  );
}

}  // namespace

QueueResources& resources_of(Backend::State& state, const defineQueue& queue) {
  return found_or_made(state, state.queues, queue);
}
TopicResources& resources_of(Backend::State& state, const defineTopic& topic) {
  return found_or_made(state, state.topics, topic);
}
StreamResources& resources_of(Backend::State& state, const defineStream& stream) {
  return found_or_made(state, state.streams, stream);
}

void connect_events(Backend::State& state) {
  std::map<const defineQueue*, std::int64_t> longest_call;
  // A source that is made may let a further function send to it.
  for (std::size_t i = 0; i < state.functions.all().size(); ++i) {
    const defineFunction& function = state.functions.definition(i);
    for (const FunctionEventSource& event : function.props.events)
      std::visit(Connection(state, function, state.functions.all()[i], longest_call), event);
  }
  for (const auto& queue : state.queues) {
    const auto found = longest_call.find(queue.definition);
    if (found != longest_call.end()) set_visibility(state, *queue.definition, found->second);
  }
}

}  // namespace amplify::detail
