// SPDX-License-Identifier: Apache-2.0
// Queues, topics, streams, rules, schedules, and functions that they call.
#include <amplify/cdk/dynamodb.hpp>
#include <amplify/cdk/events.hpp>
#include <amplify/cdk/kinesis.hpp>
#include <amplify/cdk/lambda.hpp>
#include <amplify/cdk/scheduler.hpp>
#include <amplify/cdk/sns.hpp>
#include <amplify/cdk/sqs.hpp>

#include "support.hpp"

#include <fstream>

#include <unistd.h>

namespace amplify::cdk {
namespace {

using assertions::HasResourceProperties;
using testing::Contains;
using testing::SizeIs;

const lambda::FunctionProps node{
    .runtime = "nodejs22.x",
    .handler = "index.handler",
    .code = lambda::Code::fromInline("exports.handler = async () => {};"),
};

class Queue : public Constructs {};
class Topic : public Constructs {};
class Stream : public Constructs {};
class Function : public Constructs {};
class Rule : public Constructs {};
class Schedule : public Constructs {};

TEST_F(Queue, is_encrypted_and_closed_to_plain_text) {
  const sqs::Queue queue(stack, "Jobs");
  EXPECT_EQ(properties(queue.resource())["SqsManagedSseEnabled"], true);
  EXPECT_THAT(synthesized(), HasResourceProperties("AWS::SQS::QueuePolicy", denies_plain_text()));
}

TEST_F(Queue, makes_a_dead_letter_queue_of_its_kind) {
  const sqs::Queue queue(stack, "Jobs", {.fifo = true, .deadLetterQueue = {.maxReceiveCount = 3}});
  const json resources = template_now()["Resources"];
  const json redrive = properties(queue.resource())["RedrivePolicy"];
  EXPECT_EQ(redrive["maxReceiveCount"], 3);
  const json dead =
      resources[redrive["deadLetterTargetArn"]["Fn::GetAtt"][0].get<std::string>()]["Properties"];
  EXPECT_EQ(dead["MessageRetentionPeriod"], 1'209'600);
  EXPECT_EQ(dead["FifoQueue"], true);
  EXPECT_TRUE(queue.deadLetterQueueArn().isSet());
}

TEST_F(Queue, refuses_what_only_fifo_queues_have) {
  const sqs::Queue queue(stack, "Jobs", {.contentBasedDeduplication = true});
  expect_error(app, "InvalidQueueError", "S/Jobs");
}

TEST_F(Queue, refuses_a_dead_letter_queue_without_a_count) {
  const sqs::Queue queue(stack, "Jobs", {.deadLetterQueue = {.queueArn = "arn:aws:sqs:::dead"}});
  expect_error(app, "InvalidQueueError", "S/Jobs");
}

TEST_F(Queue, grants_its_key_too) {
  const sqs::Queue queue(stack, "Jobs", {.encryptionKeyArn = "arn:aws:kms:::key/k"});
  queue.grantSendMessages(role);
  EXPECT_THAT(granted(), Contains("kms:GenerateDataKey*"));
  EXPECT_FALSE(properties(queue.resource()).contains("SqsManagedSseEnabled"));
}

TEST_F(Topic, is_closed_to_plain_text) {
  const sns::Topic topic(stack, "News");
  EXPECT_THAT(synthesized(), HasResourceProperties("AWS::SNS::TopicPolicy", denies_plain_text()));
}

TEST_F(Topic, reaches_subscribers) {
  const NestedStack nested(stack, "Nested");
  const sns::Topic topic(stack, "News");
  topic.addSubscription(
      sqs::Queue(nested, "Jobs"), {.filterPolicy = Json::object({{"kind", Json::array({"order"})}})}
  );
  topic.addSubscription(lambda::Function(nested, "Handler", node));
  topic.addEmailSubscription("Mail", "someone@example.com");
  topic.addUrlSubscription("Url", "https://example.com/news");
  int found = 0;
  for (const char* path : {"S", "S/Nested"}) {
    const json whole = template_of(app, path);
    for (const auto& resource : whole["Resources"])
      found += resource["Type"] == "AWS::SNS::Subscription" ? 1 : 0;
  }
  EXPECT_EQ(found, 4);
}

TEST_F(Topic, refuses_what_cant_be_subscribed) {
  const sns::Topic topic(stack, "News");
  topic.addUrlSubscription("Url", "http://example.com");
  expect_error(app, "InvalidSubscriptionError", "S/News");
}

TEST_F(Topic, sends_functions_no_raw_messages) {
  const sns::Topic topic(stack, "News");
  topic.addSubscription(lambda::Function(stack, "Handler", node), {.rawMessageDelivery = true});
  expect_error(app, "InvalidSubscriptionError", "S/News");
}

TEST_F(Topic, refuses_what_only_fifo_topics_have) {
  const sns::Topic topic(stack, "News", {.contentBasedDeduplication = true});
  expect_error(app, "InvalidTopicError", "S/News");
}

TEST_F(Stream, is_encrypted_and_on_demand) {
  const kinesis::Stream stream(stack, "Clicks");
  stream.grantWrite(role);
  const json found = properties(stream.resource());
  EXPECT_EQ(found["StreamEncryption"]["EncryptionType"], "KMS");
  EXPECT_EQ(found["StreamModeDetails"]["StreamMode"], "ON_DEMAND");
  EXPECT_THAT(granted(), Contains("kinesis:PutRecord"));
}

TEST_F(Stream, may_have_shards) {
  const kinesis::Stream stream(stack, "Clicks", {.shardCount = 2});
  EXPECT_EQ(properties(stream.resource())["StreamModeDetails"]["StreamMode"], "PROVISIONED");
}

TEST_F(Function, has_a_role_and_logs_and_waits_for_its_grants) {
  const lambda::Function handler(stack, "Handler", node);
  handler.addToRolePolicy({.actions = {"a:A"}, .resources = {"x"}});
  const json whole = template_now();
  const json found = whole["Resources"][logical_id(handler.resource())];
  EXPECT_THAT(found["DependsOn"], SizeIs(1));
  EXPECT_TRUE(found["DependsOn"][0].get<std::string>().starts_with("HandlerServiceRoleDefaultPolicy"
  ));
  EXPECT_EQ(properties("AWS::Logs::LogGroup")["RetentionInDays"], 731);
  EXPECT_FALSE(found["Properties"].contains("Environment"));
}

TEST_F(Function, has_what_its_props_say) {
  lambda::FunctionProps props = node;
  props.environment = {{.name = "A", .value = "1"}};
  props.memorySize = 512;
  props.timeout = 10;
  props.architecture = "arm64";
  props.ephemeralStorageSize = 1024;
  props.layers = {"arn:aws:lambda:::layer:l:1"};
  props.role = role;
  const lambda::Function handler(stack, "Handler", props);
  handler.addEnvironment("B", "2");
  const json found = properties(handler.resource());
  EXPECT_EQ(found["Environment"]["Variables"], (json{{"A", "1"}, {"B", "2"}}));
  EXPECT_EQ(found["MemorySize"], 512);
  EXPECT_EQ(found["Timeout"], 10);
  EXPECT_EQ(found["Architectures"], json::array({"arm64"}));
  EXPECT_EQ(found["EphemeralStorage"]["Size"], 1024);
  EXPECT_EQ(found["Layers"].size(), 1U);
  EXPECT_EQ(found["Role"]["Fn::GetAtt"][0], logical_id(role.resource()));
}

TEST_F(Function, runs_a_zip_file) {
  const std::string path = testing::TempDir() + "function" + std::to_string(::getpid()) + ".zip";
  std::ofstream(path) << "zip";
  lambda::FunctionProps props = node;
  props.code = lambda::Code::fromAsset(path);
  const lambda::Function handler(stack, "Handler", props);
  const json code = properties(handler.resource())["Code"];
  EXPECT_TRUE(code["S3Key"].get<std::string>().ends_with(".zip"));
  EXPECT_TRUE(code.contains("S3Bucket"));
}

TEST_F(Function, runs_an_image) {
  const lambda::Function handler(
      stack, "Handler",
      {.code = lambda::Code::fromEcrImage("1.dkr.ecr.eu-west-1.amazonaws.com/f:1")}
  );
  const json found = properties(handler.resource());
  EXPECT_EQ(found["Code"], (json{{"ImageUri", "1.dkr.ecr.eu-west-1.amazonaws.com/f:1"}}));
  EXPECT_EQ(found["PackageType"], "Image");
  EXPECT_FALSE(found.contains("Runtime"));
  EXPECT_FALSE(found.contains("Handler"));
}

TEST_F(Function, refuses_a_runtime_for_an_image) {
  lambda::FunctionProps props = node;
  props.code = lambda::Code::fromEcrImage("1.dkr.ecr.eu-west-1.amazonaws.com/f:1");
  const lambda::Function handler(stack, "Handler", props);
  expect_error(app, "InvalidFunctionError", "S/Handler");
}

TEST_F(Function, gets_its_code_later) {
  lambda::FunctionProps props = node;
  props.code = lambda::Code::later();
  const lambda::Function handler(stack, "Handler", props);
  handler.setCode(lambda::Code::fromInline("x"));
  EXPECT_EQ(properties(handler.resource())["Code"], (json{{"ZipFile", "x"}}));
}

TEST_F(Function, logs_as_told) {
  lambda::FunctionProps props = node;
  props.loggingFormat = "JSON";
  props.applicationLogLevel = "DEBUG";
  props.logGroupName = "mine";
  const lambda::Function handler(stack, "Handler", props);
  EXPECT_EQ(
      properties(handler.resource())["LoggingConfig"],
      (json{{"ApplicationLogLevel", "DEBUG"}, {"LogFormat", "JSON"}, {"LogGroup", "mine"}})
  );
  props.logGroupName = {};
  props.logRetentionInDays = {};
  const lambda::Function other(stack, "Other", props);
  const json now = template_now();
  for (const auto& resource : now["Resources"])
    EXPECT_NE(resource["Type"], "AWS::Logs::LogGroup");
}

TEST_F(Function, has_another_version_after_a_change) {
  const auto description = [&](int memory, const char* variable) {
    App other;
    const Stack in(other, "S");
    lambda::FunctionProps props = node;
    props.memorySize = memory;
    const lambda::Function handler(in, "Handler", props);
    const auto version = handler.currentVersion();
    EXPECT_EQ(version, handler.currentVersion());
    handler.addEnvironment("NAME", variable);
    return properties_of(template_of(other, "S"), "AWS::Lambda::Version")["Description"];
  };
  EXPECT_EQ(description(128, "a"), description(128, "a"));
  EXPECT_NE(description(128, "a"), description(256, "a"));
  EXPECT_NE(description(128, "a"), description(128, "b"));
}

TEST_F(Function, may_be_durable) {
  lambda::FunctionProps props = node;
  props.durableConfig = {.executionTimeout = 3600, .retentionPeriodInDays = 14};
  const lambda::Function handler(stack, "Handler", props);
  EXPECT_EQ(
      properties(handler.resource())["DurableConfig"],
      (json{{"ExecutionTimeout", 3600}, {"RetentionPeriodInDays", 14}})
  );
  EXPECT_THAT(
      properties(handler.role().resource())["ManagedPolicyArns"].dump(),
      testing::HasSubstr("AWSLambdaBasicDurableExecutionRolePolicy")
  );
}

TEST_F(Function, is_a_grantee) {
  const sqs::Queue queue(stack, "Jobs");
  queue.grantSendMessages(lambda::Function(stack, "Handler", node));
  EXPECT_THAT(granted(), Contains("sqs:SendMessage"));
}

TEST_F(Function, is_called_by_sources) {
  const lambda::Function handler(stack, "Handler", node);
  const dynamodb::Table table(
      stack, "Posts", {.partitionKey = {.name = "id"}, .stream = dynamodb::StreamViewType::newImage}
  );
  handler.addEventSource(
      table, {.filters = {Json::object({{"eventName", Json::array({"INSERT"})}})},
              .bisectBatchOnError = true}
  );
  const json mapping = properties("AWS::Lambda::EventSourceMapping");
  EXPECT_EQ(mapping["FilterCriteria"]["Filters"][0]["Pattern"], R"({"eventName":["INSERT"]})");
  EXPECT_EQ(mapping["StartingPosition"], "LATEST");
  EXPECT_EQ(mapping["BisectBatchOnFunctionError"], true);
  EXPECT_THAT(granted(), Contains("dynamodb:GetRecords"));
}

TEST_F(Function, refuses_options_of_other_sources) {
  const lambda::Function handler(stack, "Handler", node);
  handler.addEventSource(sqs::Queue(stack, "Jobs"), {.retryAttempts = 1});
  expect_error(app, "InvalidEventSourceError", "S/Handler");
}

TEST_F(Function, has_a_url_for_roles) {
  const lambda::Function handler(stack, "Handler", node);
  handler.addFunctionUrl({.cors = {.allowedOrigins = {"*"}, .maxAge = 5}, .responseStream = true});
  const json url = properties("AWS::Lambda::Url");
  EXPECT_EQ(url["AuthType"], "AWS_IAM");
  EXPECT_EQ(url["Cors"], json::parse(R"({"AllowOrigins": ["*"], "MaxAge": 5})"));
  EXPECT_EQ(url["InvokeMode"], "RESPONSE_STREAM");
}

TEST_F(Function, needs_runtime_handler_and_code) {
  const lambda::Function handler(stack, "Handler", {});
  EXPECT_EQ(errors_of(app).size(), 3U);
}

TEST_F(Function, refuses_inline_code_of_other_runtimes) {
  lambda::FunctionProps props = node;
  props.runtime = "provided.al2023";
  const lambda::Function handler(stack, "Handler", props);
  expect_error(app, "InvalidFunctionError", "S/Handler");
}

TEST_F(Rule, calls_its_targets) {
  const NestedStack nested(stack, "Nested");
  const events::Rule rule(stack, "Nightly", {.schedule = "rate(1 day)", .enabled = false});
  rule.addTarget(
      lambda::Function(nested, "Handler", node), {.input = Json::object({{"all", true}})}
  );
  rule.addTarget(sqs::Queue(nested, "Jobs"));
  rule.addTarget(sns::Topic(nested, "News"));
  const json found = properties(rule.resource());
  EXPECT_EQ(found["Targets"].size(), 3U);
  EXPECT_EQ(found["Targets"][0]["Input"], R"({"all":true})");
  EXPECT_EQ(found["State"], "DISABLED");
}

TEST_F(Rule, needs_a_pattern_or_a_schedule) {
  const events::Rule rule(stack, "Never", {});
  expect_error(app, "InvalidRuleError", "S/Never");
}

TEST_F(Rule, refuses_input_that_isnt_known) {
  const events::Rule rule(stack, "Nightly", {.schedule = "rate(1 day)"});
  rule.addTarget(sqs::Queue(stack, "Jobs"), {.input = Json::object({{"role", role.roleArn()}})});
  expect_error(app, "InvalidRuleError", "S/Nightly");
}

TEST_F(Schedule, may_call_its_target) {
  const scheduler::Schedule nightly(
      stack, "Nightly", lambda::Function(stack, "Handler", node),
      {.schedule = "cron(0 4 * * ? *)",
       .timezone = "Europe/Vienna",
       .input = Json::object({{"all", true}}),
       .flexibleWindowInMinutes = 15}
  );
  const scheduler::Schedule hourly(
      stack, "Hourly", sqs::Queue(stack, "Jobs"), {.schedule = "rate(1 hour)"}
  );
  const json found = properties(nightly.resource());
  EXPECT_EQ(found["FlexibleTimeWindow"]["Mode"], "FLEXIBLE");
  EXPECT_EQ(found["Target"]["Input"], R"({"all":true})");
  EXPECT_EQ(properties(hourly.resource())["FlexibleTimeWindow"], (json{{"Mode", "OFF"}}));
  EXPECT_THAT(granted(), Contains("lambda:InvokeFunction"));
  EXPECT_THAT(granted(), Contains("sqs:SendMessage"));
}

TEST_F(Schedule, calls_a_version_by_a_shared_role) {
  const lambda::Function handler(stack, "Handler", node);
  const auto caller = scheduler::Schedule::makeRole(stack, "Caller");
  const scheduler::Schedule first(
      stack, "First", handler.currentVersion(), {.schedule = "rate(1 day)", .role = caller}
  );
  const scheduler::Schedule second(
      stack, "Second", handler.currentVersion(), {.schedule = "rate(2 days)", .role = caller}
  );
  const json target = properties(first.resource())["Target"];
  EXPECT_EQ(target["Arn"]["Ref"], logical_id(handler.currentVersion().resource()));
  EXPECT_EQ(target["RoleArn"], properties(second.resource())["Target"]["RoleArn"]);
  EXPECT_THAT(granted(), Contains("lambda:InvokeFunction"));
}

TEST_F(Schedule, needs_a_time) {
  const scheduler::Schedule never(stack, "Never", sqs::Queue(stack, "Jobs"), {});
  expect_error(app, "InvalidScheduleError", "S/Never");
}

}  // namespace
}  // namespace amplify::cdk
