// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/dynamodb.hpp>
#include <amplify/cdk/kinesis.hpp>
#include <amplify/cdk/lambda.hpp>
#include <amplify/cdk/sqs.hpp>

#include "cdk/inspect.hpp"
#include "cdk/services/support.hpp"

#include <string>
#include <utility>

namespace amplify::cdk::lambda {
namespace {

Json filters(const std::vector<Json>& patterns) {
  std::vector<Json> list;
  for (const Json& pattern : patterns)
    list.push_back(Json::object({{"Pattern", to_text(pattern)}}));
  return list.empty() ? Json() : Json::object({{"Filters", list_or_unset(list)}});
}

}  // namespace

Resource Function::addEventSourceMapping(
    const Construct& scope, std::string_view id, SourceKind kind, Any source_arn,
    EventSourceProps props
) const {
  const bool is_stream = kind == SourceKind::stream;
  const auto fail = [&](std::string message) {
    add_error(*this, "InvalidEventSourceError", std::move(message), "take it out");
  };
  if (is_stream && props.maxConcurrency.isSet()) fail(".maxConcurrency is for queues");
  if (!is_stream && (props.retryAttempts.isSet() || props.bisectBatchOnError)) {
    fail(".retryAttempts and .bisectBatchOnError are for streams");
  }
  for (const Json& pattern : props.filters) {
    if (to_text(pattern).find("<token>") != std::string::npos) {
      fail("a filter holds a value that is known only when it is deployed");
    }
  }
  Json scaling;
  if (props.maxConcurrency.isSet()) {
    scaling = Json::object({{"MaximumConcurrency", props.maxConcurrency}});
  }
  Json responses;
  if (props.reportBatchItemFailures) responses = Json::array({"ReportBatchItemFailures"});
  Json position;
  if (is_stream) {
    position = props.startingPosition == StartingPosition::latest ? "LATEST" : "TRIM_HORIZON";
  }
  return Resource(
      scope, id, "AWS::Lambda::EventSourceMapping",
      Json::object({
          {"BatchSize", props.batchSize},
          {"BisectBatchOnFunctionError", true_or_unset(props.bisectBatchOnError)},
          {"EventSourceArn", source_arn},
          {"FilterCriteria", filters(props.filters)},
          {"FunctionName", functionName()},
          {"FunctionResponseTypes", responses},
          {"MaximumBatchingWindowInSeconds", props.maxBatchingWindow},
          {"MaximumRetryAttempts", props.retryAttempts},
          {"ScalingConfig", scaling},
          {"StartingPosition", position},
      })
  );
}

Resource Function::addEventSource(const sqs::Queue& queue, EventSourceProps props) const {
  queue.grantConsumeMessages(role());
  return addEventSourceMapping(
      *this, id_for("SqsEventSource", queue), SourceKind::queue, queue.queueArn(), std::move(props)
  );
}

Resource Function::addEventSource(const dynamodb::Table& table, EventSourceProps props) const {
  table.grantStreamRead(role());
  return addEventSourceMapping(
      *this, id_for("DynamoDBEventSource", table), SourceKind::stream, table.tableStreamArn(),
      std::move(props)
  );
}

Resource Function::addEventSource(const kinesis::Stream& stream, EventSourceProps props) const {
  stream.grantRead(role());
  return addEventSourceMapping(
      *this, id_for("KinesisEventSource", stream), SourceKind::stream, stream.streamArn(),
      std::move(props)
  );
}

}  // namespace amplify::cdk::lambda
