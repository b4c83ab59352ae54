// SPDX-License-Identifier: Apache-2.0
#include <amplify/backend.hpp>

#include "synthesized.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace amplify {
namespace {

using amplify::testing::faults;
using amplify::testing::resources;
using amplify::testing::stack_template;
using nlohmann::json;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;
using namespace amplify::literals;

FunctionProps ready(const char* name, std::vector<FunctionEventSource> events = {}) {
  return {
      .name = atRuntime(name),
      .timeoutSeconds = 20,
      .runtime = "python3.13",
      .events = std::move(events),
      .code = Code::fromBucket("bucket", "code.zip"),
      .handler = "index.handler",
  };
}

const auto receive = defineFunction(ready("receive"));
const auto orders = defineQueue({
    .name = "webOrders",
    .deadLetterQueue = {.maxReceiveCount = 3},
    .access = {allow.resource(receive).to("send")},
});
const auto news = defineTopic({
    .name = "news",
    .access = {allow.resource(receive).to("publish")},
});
const auto clicks = defineStream({
    .name = "clicks",
    .access = {allow.resource(receive).to("write")},
});

/// The event source mappings of one backend's stack.
json mappings(const cdk::CloudAssembly& assembly, std::string_view stack) {
  json found = json::array();
  for (const auto& each :
       resources(stack_template(assembly, stack), "AWS::Lambda::EventSourceMapping"))
    found.push_back(each["Properties"]);
  return found;
}

TEST(BackendMessaging, CallsFunctionsWithMessagesOfAQueue) {
  const auto ship = defineFunction(ready(
      "ship", {QueueEvents{
                  .queue = orders,
                  .batchSize = 5,
                  .maxConcurrency = 4,
                  .filters = {cdk::Json::object(
                      {{"body", cdk::Json::object({{"kind", cdk::Json::array({"order"})}})}}
                  )},
              }}
  ));
  const auto assembly = defineBackend(ship).synth();
  const auto found = mappings(assembly, "function");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0]["BatchSize"], 5);
  EXPECT_EQ(found[0]["ScalingConfig"]["MaximumConcurrency"], 4);
  EXPECT_EQ(found[0]["FunctionResponseTypes"], json({"ReportBatchItemFailures"}));
  EXPECT_EQ(found[0]["FilterCriteria"]["Filters"][0]["Pattern"], R"({"body":{"kind":["order"]}})");
  const auto stack = stack_template(assembly, "messaging");
  EXPECT_THAT(stack["Description"].get<std::string>(), HasSubstr(R"("custom")"));
  EXPECT_THAT(resources(stack, "AWS::SQS::Queue"), SizeIs(2));
  // Six times what the function may take.
  EXPECT_THAT(stack.dump(), HasSubstr(R"("VisibilityTimeout":120)"));
}

TEST(BackendMessaging, LetsFunctionsSend) {
  const auto assembly = defineBackend(receive, orders, news, clicks).synth();
  const json stack = stack_template(assembly, "function");
  const auto variables =
      resources(stack, "AWS::Lambda::Function")[0]["Properties"]["Environment"]["Variables"];
  EXPECT_TRUE(variables.contains("WEB_ORDERS_QUEUE_URL"));
  EXPECT_TRUE(variables.contains("NEWS_TOPIC_ARN"));
  EXPECT_TRUE(variables.contains("CLICKS_STREAM_NAME"));
  const auto policy = json(resources(stack, "AWS::IAM::Policy")).dump();
  EXPECT_THAT(
      policy, AllOf(
                  HasSubstr("sqs:SendMessage"), HasSubstr("sns:Publish"),
                  HasSubstr("kinesis:PutRecord"), Not(HasSubstr("sqs:ReceiveMessage"))
              )
  );
}

TEST(BackendMessaging, CallsFunctionsWithMessagesOfATopic) {
  const auto mail = defineFunction(ready(
      "mail", {TopicEvents{
                  .topic = news,
                  .filterPolicy = cdk::Json::object({{"kind", cdk::Json::array({"order"})}}),
              }}
  ));
  const auto assembly = defineBackend(mail).synth();
  const auto found = resources(stack_template(assembly, "function"), "AWS::SNS::Subscription");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0]["Properties"]["Protocol"], "lambda");
  EXPECT_EQ(found[0]["Properties"]["FilterPolicy"]["kind"], json({"order"}));
}

TEST(BackendMessaging, CallsFunctionsWithRecordsOfAStream) {
  const auto count = defineFunction(ready(
      "count", {StreamEvents{
                   .stream = clicks,
                   .reading =
                       {
                           .batchSize = 500,
                           .maxBatchingWindowSeconds = 5,
                           .startingPosition = cdk::lambda::StartingPosition::trimHorizon,
                           .retryAttempts = 2,
                           .bisectBatchOnError = true,
                           .onFailure = orders,
                       },
               }}
  ));
  const auto assembly = defineBackend(count).synth();
  const auto found = mappings(assembly, "function");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0]["BatchSize"], 500);
  EXPECT_EQ(found[0]["MaximumBatchingWindowInSeconds"], 5);
  EXPECT_EQ(found[0]["MaximumRetryAttempts"], 2);
  EXPECT_EQ(found[0]["StartingPosition"], "TRIM_HORIZON");
  EXPECT_EQ(found[0]["BisectBatchOnFunctionError"], true);
  EXPECT_THAT(found[0]["DestinationConfig"].dump(), HasSubstr("Orders"));
  EXPECT_THAT(
      json(resources(stack_template(assembly, "function"), "AWS::IAM::Policy")).dump(),
      AllOf(HasSubstr("kinesis:GetRecords"), HasSubstr("sqs:SendMessage"))
  );
}

constexpr auto schema =
    a.schema("Post"_s = a.model("title"_s = a.string()).authorization(allow.publicApiKey()));
const auto data = defineData({
    .schema = schema,
    .authorizationModes =
        {.defaultAuthorizationMode = AuthorizationMode::apiKey,
         .apiKeyAuthorizationMode = {.expiresInDays = 7}},
});

/// The stack with the table.
json model_stack(const cdk::CloudAssembly& assembly) {
  for (const auto& stack : assembly.stacks) {
    auto found = json::parse(stack.templateBody);
    if (!resources(found, "AWS::DynamoDB::Table").empty()) return found;
  }
  return {};
}

TEST(BackendMessaging, CallsFunctionsWithChangesOfAModel) {
  const auto index =
      defineFunction(ready("index", {ModelEvents{.model = "Post", .reading = {.batchSize = 10}}}));
  const auto assembly = defineBackend(data, index).synth();
  const auto found = mappings(assembly, "function");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0]["BatchSize"], 10);
  EXPECT_EQ(
      resources(
          model_stack(assembly), "AWS::DynamoDB::Table"
      )[0]["Properties"]["StreamSpecification"]["StreamViewType"],
      "NEW_AND_OLD_IMAGES"
  );
  EXPECT_THAT(
      json(resources(stack_template(assembly, "function"), "AWS::IAM::Policy")).dump(),
      HasSubstr("dynamodb:GetRecords")
  );
}

TEST(BackendMessaging, CallsATriggerOfSignInWithChangesOfAModel) {
  // `data` refers to `auth`, so what connects the trigger with the table stands beside the table.
  const auto trigger = defineFunction(ready("trigger", {ModelEvents{.model = "Post"}}));
  const auto auth = defineAuth({.loginWith = {.email = true}, .triggers = {.preSignUp = trigger}});
  const auto assembly = defineBackend(auth, data).synth();
  const auto stack = model_stack(assembly);
  const auto found = resources(stack, "AWS::Lambda::EventSourceMapping");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0]["DependsOn"].dump(), HasSubstr("AccessOf"));
  EXPECT_THAT(json(resources(stack, "AWS::IAM::Policy")).dump(), HasSubstr("dynamodb:GetRecords"));
}

TEST(BackendMessaging, HasNoStacksThatWaitForEachOther) {
  // In both directions between `auth` and `storage`: each sends to what calls the other.
  const auto first = defineFunction(ready("first"));
  const auto second = defineFunction(ready("second"));
  const auto one = defineQueue({.name = "one", .access = {allow.resource(first).to("send")}});
  const auto other = defineQueue({.name = "other", .access = {allow.resource(second).to("send")}});
  const auto signUp = defineFunction(ready("sign-up", {QueueEvents{.queue = other}}));
  const auto upload = defineFunction(ready("upload", {QueueEvents{.queue = one}}));
  const auto auth = defineAuth({
      .loginWith = {.email = true},
      .triggers = {.postConfirmation = first, .preSignUp = signUp},
  });
  const auto photos = defineStorage({
      .name = "photos",
      .triggers = {.onUpload = upload, .onDelete = second},
      .access = {{"a/*", {allow.authenticated().to("read")}}},
  });
  EXPECT_THAT(faults(defineBackend(auth, photos, one, other)), IsEmpty());
}

TEST(BackendMessaging, IsReachedByItsDefinition) {
  const auto backend = defineBackend(orders, news, clicks);
  backend[orders].queue.resource().setProperty("DelaySeconds", 7);
  backend[news].topic.addEmailSubscription("Me", "me@example.com");
  backend[clicks].stream.resource().setProperty("Name", "clicks");
  const auto stack = stack_template(backend.synth(), "messaging");
  EXPECT_THAT(stack.dump(), HasSubstr(R"("DelaySeconds":7)"));
  EXPECT_THAT(stack.dump(), HasSubstr("me@example.com"));
  const auto without = defineBackend(receive);
  (void)without[orders];
  EXPECT_THAT(faults(without), ElementsAre(Field(&Diagnostic::code, "UnknownDefinitionError")));
}

struct Refusal {
  const char* name;
  FunctionEventSource event;
  const char* message;
  const char* help;
};
class BackendEventsRefuses : public ::testing::TestWithParam<Refusal> {};

const auto inOrder = defineQueue({.name = "in-order", .fifo = true});
const auto hasty = defineQueue({.name = "hasty", .visibilityTimeoutSeconds = 10});

TEST_P(BackendEventsRefuses, WithARemedy) {
  const auto& [name, event, message, help] = GetParam();
  const auto function = defineFunction(ready("function", {event}));
  EXPECT_THAT(
      faults(defineBackend(function, data)),
      ElementsAre(AllOf(
          Field(&Diagnostic::code, "InvalidFunctionEventError"),
          Field(&Diagnostic::message, HasSubstr(message)), Field(&Diagnostic::help, HasSubstr(help))
      ))
  );
}

INSTANTIATE_TEST_SUITE_P(
    Events, BackendEventsRefuses,
    ::testing::Values(
        Refusal{"queue", QueueEvents{}, "has no queue", ".queue"},
        Refusal{"topic", TopicEvents{}, "has no topic", ".topic"},
        Refusal{"stream", StreamEvents{}, "has no stream", ".stream"},
        Refusal{"model", ModelEvents{.model = "Pots"}, "no model `Pots`", "\"Post\""},
        Refusal{
            "batch", QueueEvents{.queue = orders, .batchSize = 11}, ".batchSize is 11",
            ".maxBatchingWindowSeconds = 1"
        },
        Refusal{
            "fifo", QueueEvents{.queue = inOrder, .maxBatchingWindowSeconds = 1}, "is fifo",
            "leave out"
        },
        Refusal{
            "range", QueueEvents{.queue = orders, .batchSize = atRuntime(0)}, ".batchSize is 0",
            "from 1 to 10000"
        },
        Refusal{
            "retries", ModelEvents{.model = "Post", .reading = {.retryAttempts = atRuntime(-1)}},
            ".retryAttempts is -1", "from 0 to 10000"
        },
        Refusal{
            "concurrency", QueueEvents{.queue = orders, .maxConcurrency = atRuntime(1)},
            ".maxConcurrency is 1", "from 2 to 1000"
        },
        Refusal{
            "visibility", QueueEvents{.queue = hasty}, "appear again after 10 seconds",
            ".visibilityTimeoutSeconds = 120"
        }
    ),
    [](const auto& each) { return each.param.name; }
);

TEST(BackendMessaging, RefusesModelsWithoutData) {
  const auto function = defineFunction(ready("function", {ModelEvents{.model = "Post"}}));
  EXPECT_THAT(
      faults(defineBackend(function)), ElementsAre(AllOf(
                                           Field(&Diagnostic::code, "InvalidFunctionEventError"),
                                           Field(&Diagnostic::help, HasSubstr("defineData"))
                                       ))
  );
}

TEST(BackendMessaging, RefusesRulesThatAreNotAboutFunctions) {
  const auto queue = defineQueue({
      .name = "orders",
      .access =
          {allow.guest().to("send"), allow.resource(receive), allow.resource(receive).to("sned")},
  });
  EXPECT_THAT(
      faults(defineBackend(queue)),
      UnorderedElementsAre(
          AllOf(
              Field(&Diagnostic::code, "InvalidMessagingAccessError"),
              Field(&Diagnostic::help, HasSubstr("allow.resource(myFunction)"))
          ),
          Field(&Diagnostic::help, HasSubstr(R"(.to("send"))")),
          Field(&Diagnostic::help, HasSubstr("did you mean `send`?"))
      )
  );
}

TEST(BackendMessaging, RefusesNames) {
  const auto one = defineTopic({.name = "news"});
  const auto nameless = defineStream({.name = atRuntime("1st")});
  const auto found = faults(defineBackend(news, one, nameless));
  EXPECT_THAT(found, Contains(Field(&Diagnostic::code, "DuplicateMessagingNameError")).Times(1));
  EXPECT_THAT(found, Contains(Field(&Diagnostic::code, "InvalidResourceNameError")).Times(1));
}

}  // namespace
}  // namespace amplify
