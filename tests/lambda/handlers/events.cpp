// SPDX-License-Identifier: Apache-2.0
// A handler for each kind of event; the variable _HANDLER says which.
#include <amplify/lambda/appsync.hpp>
#include <amplify/lambda/cognito.hpp>
#include <amplify/lambda/dynamodb.hpp>
#include <amplify/lambda/event_bridge.hpp>
#include <amplify/lambda/http.hpp>
#include <amplify/lambda/kinesis.hpp>
#include <amplify/lambda/operation.hpp>
#include <amplify/lambda/runtime.hpp>
#include <amplify/lambda/s3.hpp>
#include <amplify/lambda/sns.hpp>
#include <amplify/lambda/sqs.hpp>

#include <cstdlib>
#include <optional>
#include <stdexcept>
#include <string>

using namespace amplify::lambda;

namespace {

using namespace amplify::literals;
using amplify::a;
using amplify::allow;

constexpr auto schema = a.schema(
    "Greeting"_s = a.customType(
        "text"_s = a.string().required(), "kind"_s = a.ref("Kind"), "day"_s = a.date()
    ),
    "Kind"_s = a.enumeration("SHORT", "LONG"),
    "sayHello"_s =
        a.query()
            .arguments(
                "name"_s = a.string().required(), "day"_s = a.date(), "kind"_s = a.ref("Kind")
            )
            .returns(a.ref("Greeting"))
            .authorization(allow.authenticated())
            .handler(a.handler.function("sayHello"))
);
using Schema = amplify::ClientSchema<schema>;

Schema::functionHandler<"sayHello"> say_hello;

std::optional<Schema::type<"Greeting">> say_hello(const Schema::functionEvent<"sayHello">& event) {
  if (event.arguments["name"_s] == "nobody") return std::nullopt;
  Schema::type<"Greeting"> greeting{"text"_s = "Hello, " + event.arguments["name"_s]};
  greeting["kind"_s] = event.arguments["kind"_s];
  greeting["day"_s] = event.arguments["day"_s];
  return greeting;
}

JsonText text(std::string_view value) { return {"\"" + std::string(value) + "\""}; }

APIGatewayProxyResult rest(const APIGatewayProxyEvent& event) {
  return {
      .statusCode = 201,
      .headers = {{"x-path", event.path}},
      .body = event.httpMethod + " " + event.bytes(),
  };
}

APIGatewayProxyResultV2 http(const APIGatewayProxyEventV2& event) {
  return {
      .cookies = {"a=1"},
      .body = event.requestContext.method + " " + event.rawPath + " " +
              std::string(get(event.headers, "HEADER1")),
  };
}

JsonText s3(const S3Event& event) {
  return text(event.records.at(0).bucket.name + "/" + event.records.at(0).object.key);
}

JsonText sns(const SNSEvent& event) { return text(event.records.at(0).sns.message); }

JsonText schedule(const ScheduledEvent& event) {
  return text(event.detailType + " of " + event.resources.at(0));
}

BatchResponse sqs(const SQSEvent& event) {
  return forEachRecord(event, [](const SQSRecord& record) {
    if (record.body == "Test message.") throw std::runtime_error("not this one");
  });
}

BatchResponse kinesis(const KinesisStreamEvent& event) {
  return forEachRecord(event, [](const KinesisStreamRecord& record) {
    if (record.data == "This is only a test.") throw std::runtime_error("not this one");
  });
}

JsonText dynamodb(const DynamoDBStreamEvent& event) {
  const auto* const message = event.records.at(0).newImage.at("Message").as<std::string>();
  return text(event.records.at(0).eventName + " " + *message);
}

JsonText appsync(const AppSyncResolverEvent& event) {
  return {
      "{\"field\": \"" + event.typeName + "." + event.fieldName +
      "\", \"arguments\": " + event.arguments.text + "}"
  };
}

PreSignUpTriggerResponse pre_sign_up(const PreSignUpTriggerEvent& event) {
  const std::string_view email = get(event.userAttributes, "email");
  return {.autoConfirmUser = email.ends_with("@example.com")};
}

void post_confirmation(const PostConfirmationTriggerEvent& event) {
  if (get(event.userAttributes, "email").empty()) throw std::runtime_error("no address");
}

}  // namespace

int main() {
  const std::string name = std::getenv("_HANDLER");
  if (name == "rest") return run(rest);
  if (name == "http") return run(http);
  if (name == "s3") return run(s3);
  if (name == "sns") return run(sns);
  if (name == "schedule") return run(schedule);
  if (name == "sqs") return run(sqs);
  if (name == "kinesis") return run(kinesis);
  if (name == "dynamodb") return run(dynamodb);
  if (name == "appsync") return run(appsync);
  if (name == "say_hello") return run(say_hello);
  if (name == "pre_sign_up") return run(pre_sign_up);
  if (name == "post_confirmation") return run(post_confirmation);
  return EXIT_FAILURE;
}
