// SPDX-License-Identifier: Apache-2.0
// Queues, topics, buckets, buses and streams.
#include <amplify/lambda/event_bridge.hpp>
#include <amplify/lambda/kinesis.hpp>
#include <amplify/lambda/s3.hpp>
#include <amplify/lambda/sns.hpp>
#include <amplify/lambda/sqs.hpp>

#include "lambda/reader.hpp"

namespace amplify::lambda {
namespace {

using nlohmann::json;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// A key as S3 writes it into events: as in the query of a URL.
std::string key_of(std::string_view encoded) {
  std::string key;
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    const bool is_byte = encoded[i] == '%' && i + 2 < encoded.size() &&
                         hex_digit(encoded[i + 1]) >= 0 && hex_digit(encoded[i + 2]) >= 0;
    if (is_byte) {
      key += static_cast<char>(hex_digit(encoded[i + 1]) * 16 + hex_digit(encoded[i + 2]));
      i += 2;
    } else {
      key += encoded[i] == '+' ? ' ' : encoded[i];
    }
  }
  return key;
}

SQSRecord sqs_record(const Reader& read) {
  SQSRecord record{
      .messageId = read.required("messageId"),
      .receiptHandle = read.text("receiptHandle"),
      .body = read.required("body"),
      .attributes = read.map<Strings>("attributes"),
      .eventSourceARN = read.text("eventSourceARN"),
      .awsRegion = read.text("awsRegion"),
  };
  const Reader attributes = read["messageAttributes"];
  if (!attributes.isThere()) return record;
  attributes.expect(attributes.value().is_object(), "no object");
  for (const auto& [name, value] : attributes.value().items()) {
    const Reader attribute(value, attributes.path() + "." + name);
    const bool is_text = attribute["stringValue"].isThere();
    record.messageAttributes[name] = {
        .dataType = attribute.text("dataType"),
        .value =
            is_text ? attribute.text("stringValue") : decodeBase64(attribute.text("binaryValue")),
    };
  }
  return record;
}

SNSEventRecord sns_record(const Reader& read) {
  const Reader sns = read["Sns"];
  SNSEventRecord record{
      .eventSubscriptionArn = read.text("EventSubscriptionArn"),
      .sns =
          {
              .messageId = sns.required("MessageId"),
              .topicArn = sns.text("TopicArn"),
              .subject = sns.text("Subject"),
              .message = sns.required("Message"),
              .timestamp = sns.text("Timestamp"),
          },
  };
  const Reader attributes = sns["MessageAttributes"];
  if (!attributes.isThere()) return record;
  attributes.expect(attributes.value().is_object(), "no object");
  for (const auto& [name, value] : attributes.value().items())
    record.sns.messageAttributes[name] = Reader(value, attributes.path()).text("Value");
  return record;
}

S3EventRecord s3_record(const Reader& read) {
  const Reader bucket = read["s3"]["bucket"];
  const Reader object = read["s3"]["object"];
  return {
      .awsRegion = read.text("awsRegion"),
      .eventTime = read.text("eventTime"),
      .eventName = read.required("eventName"),
      .principalId = read["userIdentity"].text("principalId"),
      .bucket = {.name = bucket.required("name"), .arn = bucket.text("arn")},
      .object =
          {
              .key = key_of(object.required("key")),
              .size = object.integer("size"),
              .eTag = object.text("eTag"),
              .versionId = object.text("versionId"),
              .sequencer = object.text("sequencer"),
          },
  };
}

KinesisStreamRecord kinesis_record(const Reader& read) {
  const Reader kinesis = read["kinesis"];
  return {
      .eventID = read.text("eventID"),
      .eventSourceARN = read.text("eventSourceARN"),
      .awsRegion = read.text("awsRegion"),
      .partitionKey = kinesis.text("partitionKey"),
      .sequenceNumber = kinesis.required("sequenceNumber"),
      .data = decodeBase64(kinesis.required("data")),
      .approximateArrivalTimestamp = kinesis.number("approximateArrivalTimestamp"),
  };
}

}  // namespace

void decodePayload(std::string_view payload, SQSEvent& event) {
  const json whole = Reader::parse(payload);
  event.records = Reader(whole).list("Records", sqs_record);
}

std::string encodeResult(const BatchResponse& response, std::string_view) {
  json failures = json::array();
  for (const std::string& id : response.batchItemFailures)
    failures.push_back({{"itemIdentifier", id}});
  return Reader::as_json({{"batchItemFailures", failures}}).text;
}

void decodePayload(std::string_view payload, SNSEvent& event) {
  const json whole = Reader::parse(payload);
  event.records = Reader(whole).list("Records", sns_record);
}

void decodePayload(std::string_view payload, S3Event& event) {
  const json whole = Reader::parse(payload);
  // What S3 sends once when notifications are set up.
  if (Reader(whole).text("Event") == "s3:TestEvent") return;
  event.records = Reader(whole).list("Records", s3_record);
}

void decodePayload(std::string_view payload, KinesisStreamEvent& event) {
  const json whole = Reader::parse(payload);
  event.records = Reader(whole).list("Records", kinesis_record);
}

void decodePayload(std::string_view payload, EventBridgeEvent& event) {
  const json whole = Reader::parse(payload);
  const Reader read(whole);
  event.id = read.text("id");
  event.detailType = read.required("detail-type");
  event.source = read.required("source");
  event.account = read.text("account");
  event.time = read.text("time");
  event.region = read.text("region");
  event.resources = read.texts("resources");
  event.detail = read.raw("detail");
}

}  // namespace amplify::lambda
