// SPDX-License-Identifier: Apache-2.0
// Payloads in the shape of AWS's documentation, in tests/lambda/events, become events, and results
// become what the services read.
#include <amplify/lambda/appsync.hpp>
#include <amplify/lambda/cognito.hpp>
#include <amplify/lambda/dynamodb.hpp>
#include <amplify/lambda/error.hpp>
#include <amplify/lambda/event_bridge.hpp>
#include <amplify/lambda/http.hpp>
#include <amplify/lambda/json.hpp>
#include <amplify/lambda/kinesis.hpp>
#include <amplify/lambda/s3.hpp>
#include <amplify/lambda/sns.hpp>
#include <amplify/lambda/sqs.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace amplify::lambda {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::SizeIs;

std::string payload(const char* name) {
  std::ifstream file(std::string(AMPLIFY_EVENTS) + "/" + name + ".json");
  EXPECT_TRUE(file) << name;
  return {std::istreambuf_iterator<char>(file), {}};
}

template <class T>
T event(const char* name) {
  return Codec<T>::decode(payload(name));
}

template <class T>
json encoded(const T& result, std::string_view text = "{}") {
  return json::parse(Codec<T>::encode(result, text));
}

/// What is said about a payload that is none.
template <class T>
std::string refusal(std::string_view text) {
  try {
    Codec<T>::decode(text);
  } catch (const InvalidPayloadError& error) {
    EXPECT_EQ(error.type(), "InvalidPayloadError");
    return error.what();
  }
  return {};
}

TEST(RestEvent, IsRead) {
  const auto read = event<APIGatewayProxyEvent>("rest");
  EXPECT_EQ(read.httpMethod, "POST");
  EXPECT_EQ(read.path, "/my/path");
  EXPECT_EQ(get(read.headers, "HEADER1"), "value1");
  EXPECT_EQ(get(read.headers, "none", "otherwise"), "otherwise");
  EXPECT_EQ(get(read.queryStringParameters, "parameter2"), "value");
  EXPECT_THAT(read.pathParameters, IsEmpty());
  EXPECT_EQ(read.bytes(), "Hello from Lambda!");
  EXPECT_EQ(get(read.requestContext.claims, "email"), "ann@example.com");
  EXPECT_EQ(read.requestContext.cognitoIdentityId, "us-east-1:0f1e");
  EXPECT_EQ(read.requestContext.sourceIp, "192.0.2.1");
  EXPECT_EQ(read.requestContext.userArn, "");
}

TEST(RestEvent, IsAnswered) {
  EXPECT_EQ(
      encoded(APIGatewayProxyResult{
          .statusCode = 404, .headers = {{"X-A", "b"}}, .body = "AA==", .isBase64Encoded = true
      }),
      (json{
          {"statusCode", 404},
          {"headers", {{"X-A", "b"}}},
          {"body", "AA=="},
          {"isBase64Encoded", true}
      })
  );
}

TEST(HttpEvent, IsRead) {
  const auto read = event<APIGatewayProxyEventV2>("http");
  EXPECT_EQ(read.requestContext.method, "POST");
  EXPECT_EQ(read.rawPath, "/my/path");
  EXPECT_THAT(read.cookies, ElementsAre("cookie1", "cookie2"));
  EXPECT_EQ(get(read.pathParameters, "parameter1"), "value1");
  EXPECT_EQ(read.bytes(), "Hello from Lambda");
  EXPECT_EQ(get(read.requestContext.claims, "claim1"), "value1");
  EXPECT_THAT(read.requestContext.scopes, ElementsAre("scope1", "scope2"));
  EXPECT_EQ(read.requestContext.timeEpoch, 1583348638390);
}

TEST(HttpEvent, IsReadFromAUrl) {
  const auto read = event<LambdaFunctionURLEvent>("url");
  EXPECT_EQ(get(read.queryStringParameters, "name"), "Ann");
  EXPECT_EQ(read.requestContext.userArn, "arn:aws:iam::111122223333:user/example-user");
  EXPECT_EQ(read.body, "");
}

TEST(HttpEvent, IsAnswered) {
  EXPECT_EQ(
      encoded(APIGatewayProxyResultV2{.cookies = {"a=1"}, .body = "\xff"}),
      (json{{"statusCode", 200}, {"cookies", {"a=1"}}, {"body", "\xef\xbf\xbd"}})
  );
}

TEST(HttpEvent, IsRefused) {
  EXPECT_THAT(refusal<APIGatewayProxyEventV2>("{"), HasSubstr("the payload is no JSON: "));
  EXPECT_EQ(refusal<APIGatewayProxyEventV2>("[]"), "the payload is no object");
  EXPECT_EQ(refusal<APIGatewayProxyEventV2>("{}"), "routeKey is missing");
  EXPECT_EQ(refusal<APIGatewayProxyEventV2>(R"({"routeKey": 5})"), "routeKey is no text");
  EXPECT_EQ(
      refusal<APIGatewayProxyEventV2>(R"({"routeKey": "a", "rawPath": "/", "headers": 5})"),
      "headers is no object"
  );
}

TEST(S3Event, IsRead) {
  const auto read = event<S3Event>("s3");
  ASSERT_THAT(read.records, SizeIs(1));
  EXPECT_EQ(read.records[0].eventName, "ObjectCreated:Put");
  EXPECT_EQ(read.records[0].bucket.name, "DOC-EXAMPLE-BUCKET");
  EXPECT_EQ(read.records[0].object.key, "b21b84d653bb07b05b1e6b33684dc11b/my photo(1).jpg");
  EXPECT_EQ(read.records[0].object.size, 1305107);
}

TEST(S3Event, MayBeATest) { EXPECT_THAT(event<S3Event>("s3_test").records, IsEmpty()); }

TEST(S3Event, KeepsWhatIsNoEncoding) {
  const auto key = [](const std::string& text) {
    const json whole = {
        {"Records",
         {{{"eventName", "x"}, {"s3", {{"bucket", {{"name", "b"}}}, {"object", {{"key", text}}}}}}}}
    };
    return Codec<S3Event>::decode(whole.dump()).records[0].object.key;
  };
  EXPECT_EQ(key("100%"), "100%");
  EXPECT_EQ(key("a%2"), "a%2");
  EXPECT_EQ(key("%zz"), "%zz");
  EXPECT_EQ(key("%C3%A4+b"), "ä b");
}

TEST(S3Event, IsRefused) {
  EXPECT_EQ(refusal<S3Event>("{}"), "Records is no list");
  EXPECT_EQ(
      refusal<S3Event>(R"({"Records": [{"eventName": "x", "s3": {"bucket": {}}}]})"),
      "Records[0].s3.bucket.name is missing"
  );
}

TEST(SnsEvent, IsRead) {
  const auto read = event<SNSEvent>("sns");
  ASSERT_THAT(read.records, SizeIs(1));
  EXPECT_EQ(read.records[0].sns.subject, "TestInvoke");
  EXPECT_EQ(read.records[0].sns.message, "Hello from SNS!");
  EXPECT_EQ(get(read.records[0].sns.messageAttributes, "Test"), "TestString");
}

TEST(SqsEvent, IsRead) {
  const auto read = event<SQSEvent>("sqs");
  ASSERT_THAT(read.records, SizeIs(2));
  EXPECT_EQ(read.records[0].body, "Test message.");
  EXPECT_EQ(get(read.records[0].attributes, "ApproximateReceiveCount"), "1");
  EXPECT_EQ(read.records[0].messageAttributes.at("myAttribute").value, "myValue");
  EXPECT_EQ(read.records[0].messageAttributes.at("bytes").value, std::string("\0\1\2", 3));
}

TEST(SqsEvent, TellsWhichMessagesFailed) {
  auto read = event<SQSEvent>("sqs");
  const auto failing = [](const char* body) {
    return [body](const SQSRecord& record) {
      if (record.body == body) throw std::runtime_error("no");
    };
  };
  EXPECT_THAT(forEachRecord(read, failing("none")).batchItemFailures, IsEmpty());
  EXPECT_THAT(
      forEachRecord(read, failing("Test message.")).batchItemFailures,
      ElementsAre("059f36b4-87a3-44ab-83d2-661975830a7d")
  );
  for (auto& record : read.records)
    record.eventSourceARN += ".fifo";
  EXPECT_THAT(forEachRecord(read, failing("Test message.")).batchItemFailures, SizeIs(2));
  EXPECT_EQ(
      encoded(BatchResponse{{"a", "b"}}),
      json::parse(R"({"batchItemFailures": [{"itemIdentifier": "a"}, {"itemIdentifier": "b"}]})")
  );
  EXPECT_EQ(encoded(BatchResponse{}), json::parse(R"({"batchItemFailures": []})"));
}

TEST(KinesisEvent, IsReadUntilARecordFails) {
  const auto read = event<KinesisStreamEvent>("kinesis");
  ASSERT_THAT(read.records, SizeIs(2));
  EXPECT_EQ(read.records[0].data, "Hello, this is a test.");
  EXPECT_DOUBLE_EQ(read.records[1].approximateArrivalTimestamp, 1545084711.166);
  int seen = 0;
  const auto response = forEachRecord(read, [&](const KinesisStreamRecord&) {
    ++seen;
    throw 5;
  });
  EXPECT_EQ(seen, 1);
  EXPECT_THAT(
      response.batchItemFailures,
      ElementsAre("49590338271490256608559692538361571095921575989136588898")
  );
}

TEST(DynamoDbEvent, IsRead) {
  const auto read = event<DynamoDBStreamEvent>("dynamodb");
  ASSERT_THAT(read.records, SizeIs(2));
  const Item& item = read.records[0].newImage;
  using Value = AttributeValue;
  EXPECT_EQ(item.at("Id").as<Value::Number>()->text, "101");
  EXPECT_EQ(*item.at("Message").as<std::string>(), "New item!");
  EXPECT_EQ(item.at("Message").as<Value::Number>(), nullptr);
  EXPECT_THAT(item.at("Tags").as<Value::Set>()->elements, ElementsAre("a", "b"));
  EXPECT_FALSE(*item.at("Done").as<bool>());
  EXPECT_NE(item.at("Nothing").as<std::monostate>(), nullptr);
  EXPECT_EQ(item.at("Raw").as<Value::Binary>()->bytes, std::string("\0\1\2", 3));
  EXPECT_EQ(item.at("List").as<Value::List>()->at(1).as<Value::Number>()->text, "1.5");
  EXPECT_EQ(item.at("Bytes").as<Value::Set>()->elements[0], std::string("\0", 1));
  const auto& inner = item.at("Map").as<Value::Map>()->at("inner");
  EXPECT_EQ(inner.as<Value::Set>()->of, Value::Set::Of::numbers);
  EXPECT_EQ(read.records[1].userPrincipalId, "dynamodb.amazonaws.com");
  EXPECT_THAT(read.records[1].newImage, IsEmpty());
  EXPECT_THAT(
      forEachRecord(
          read, [](const DynamoDBRecord&) { throw std::runtime_error("no"); }
      ).batchItemFailures,
      ElementsAre("111")
  );
}

TEST(DynamoDbEvent, IsRefused) {
  const auto attribute = [](const char* text) {
    return refusal<DynamoDBStreamEvent>(
        std::string(R"({"Records": [{"eventName": "INSERT", "dynamodb": {"Keys": {"a": )") + text +
        "}}}]}"
    );
  };
  EXPECT_EQ(attribute("5"), "Records[0].dynamodb.Keys.a is no attribute");
  EXPECT_EQ(
      attribute(R"({"X": 5})"),
      "Records[0].dynamodb.Keys.a is no attribute of a type that DynamoDB has"
  );
  EXPECT_EQ(attribute(R"({"S": 5})"), "Records[0].dynamodb.Keys.a.S is no text");
  EXPECT_EQ(attribute(R"({"B": "A"})"), "a text in base64 is cut off");
}

TEST(EventBridgeEvent, IsRead) {
  const auto read = event<EventBridgeEvent>("event_bridge");
  EXPECT_EQ(read.detailType, "EC2 Instance State-change Notification");
  EXPECT_EQ(parse(read.detail)["state"], "terminated");
  EXPECT_THAT(read.resources, SizeIs(1));
}

TEST(EventBridgeEvent, IsReadFromASchedule) {
  const auto read = event<ScheduledEvent>("schedule");
  EXPECT_EQ(read.source, "aws.scheduler");
  EXPECT_EQ(parse(read.detail), "{}");
}

TEST(AppSyncEvent, IsReadFromADirectResolver) {
  const auto read = event<AppSyncResolverEvent>("appsync");
  EXPECT_EQ(read.typeName, "Query");
  EXPECT_EQ(read.fieldName, "getPost");
  EXPECT_EQ(parse(read.arguments)["postId"], "3");
  EXPECT_EQ(read.identity.username, "ann");
  EXPECT_THAT(read.identity.groups, ElementsAre("ADMINS"));
  EXPECT_EQ(parse(read.identity.whole)["claims"]["sub"], "e3b0");
  EXPECT_EQ(parse(read.source)["id"], "1");
  EXPECT_THAT(read.selectionSetList, ElementsAre("id", "title", "comments/id"));
}

TEST(AppSyncEvent, IsReadFromAmplify) {
  const auto read = event<AppSyncResolverEvent>("amplify_function");
  EXPECT_EQ(read.fieldName, "sayHello");
  EXPECT_EQ(parse(read.arguments)["name"], "Ann");
  EXPECT_EQ(get(read.headers, "X-Api-Key"), "da2-x");
  EXPECT_EQ(read.variables.text, "null");
}

TEST(AppSyncEvent, MayBeABatch) {
  const auto batch =
      Codec<AppSyncBatchEvent>::decode("[" + payload("appsync") + "," + payload("appsync") + "]");
  EXPECT_THAT(batch, SizeIs(2));
}

/// The response that Cognito gets, with the rest of its event.
template <class T>
json answer(const char* name, const T& response) {
  const std::string text = payload(name);
  json whole = encoded(response, text);
  json before = json::parse(text);
  before["response"] = whole["response"];
  EXPECT_EQ(whole, before);
  return whole["response"];
}

TEST(CognitoTrigger, PreSignUp) {
  const auto read = event<PreSignUpTriggerEvent>("cognito_pre_sign_up");
  EXPECT_EQ(read.triggerSource, "PreSignUp_SignUp");
  EXPECT_EQ(read.userPoolId, "us-east-1_AbCdEfGhI");
  EXPECT_EQ(read.userName, "ann");
  EXPECT_EQ(read.clientId, "1example23456789");
  EXPECT_EQ(get(read.userAttributes, "custom:age"), "30");
  EXPECT_THAT(read.validationData, ElementsAre(Pair("invite", "7")));
  EXPECT_THAT(read.clientMetadata, ElementsAre(Pair("source", "web")));
  EXPECT_EQ(
      answer("cognito_pre_sign_up", PreSignUpTriggerResponse{.autoConfirmUser = true}),
      (json{{"autoConfirmUser", true}, {"autoVerifyEmail", false}, {"autoVerifyPhone", false}})
  );
}

TEST(CognitoTrigger, WithoutResponseGoesBack) {
  const auto read = event<PostConfirmationTriggerEvent>("cognito_post_confirmation");
  EXPECT_EQ(get(read.userAttributes, "cognito:user_status"), "CONFIRMED");
  EXPECT_EQ(encodeNothing(read, "{}"), "{}");
  EXPECT_TRUE(event<PreAuthenticationTriggerEvent>("cognito_pre_authentication").userNotFound);
  EXPECT_TRUE(event<PostAuthenticationTriggerEvent>("cognito_post_authentication").newDeviceUsed);
  EXPECT_EQ(event<CustomSenderTriggerEvent>("cognito_custom_sender").code, "AYADeB==");
}

TEST(CognitoTrigger, PreTokenGeneration) {
  const auto read = event<PreTokenGenerationTriggerEvent>("cognito_pre_token_generation");
  EXPECT_THAT(read.groupConfiguration.groupsToOverride, ElementsAre("ADMINS"));
  EXPECT_EQ(read.groupConfiguration.preferredRole, "");
  EXPECT_THAT(read.scopes, ElementsAre("openid"));
  EXPECT_EQ(
      answer(
          "cognito_pre_token_generation",
          PreTokenGenerationTriggerResponse{
              .claimsToAddOrOverride = {{"tier", "gold"}},
              .groupOverrideDetails = {.groupsToOverride = {"USERS"}},
          }
      ),
      json::parse(R"({"claimsOverrideDetails": {"claimsToAddOrOverride": {"tier": "gold"},
                      "groupOverrideDetails": {"groupsToOverride": ["USERS"]}}})")
  );
  EXPECT_EQ(
      answer(
          "cognito_pre_token_generation",
          PreTokenGenerationV2TriggerResponse{
              .idTokenGeneration = {.claimsToSuppress = {"email"}},
              .accessTokenGeneration =
                  {.claimsToAddOrOverride = {{"tiers", {"[1, 2]"}}}, .scopesToAdd = {"posts"}},
          }
      ),
      json::parse(R"({"claimsAndScopeOverrideDetails": {
                      "idTokenGeneration": {"claimsToSuppress": ["email"]},
                      "accessTokenGeneration": {"claimsToAddOrOverride": {"tiers": [1, 2]},
                                                "scopesToAdd": ["posts"]}}})")
  );
}

TEST(CognitoTrigger, CustomMessage) {
  const auto read = event<CustomMessageTriggerEvent>("cognito_custom_message");
  EXPECT_EQ(read.codeParameter, "{####}");
  EXPECT_EQ(read.usernameParameter, "{username}");
  EXPECT_EQ(
      answer("cognito_custom_message", CustomMessageTriggerResponse{.emailSubject = "Welcome"}),
      (json{{"emailSubject", "Welcome"}})
  );
}

TEST(CognitoTrigger, Challenges) {
  const auto define = event<DefineAuthChallengeTriggerEvent>("cognito_define_auth_challenge");
  ASSERT_THAT(define.session, SizeIs(1));
  EXPECT_EQ(define.session[0].challengeName, "SRP_A");
  EXPECT_TRUE(define.session[0].challengeResult);
  EXPECT_EQ(
      answer(
          "cognito_define_auth_challenge",
          DefineAuthChallengeTriggerResponse{.challengeName = "CUSTOM_CHALLENGE"}
      ),
      (json{
          {"challengeName", "CUSTOM_CHALLENGE"},
          {"issueTokens", false},
          {"failAuthentication", false}
      })
  );
  const auto create = event<CreateAuthChallengeTriggerEvent>("cognito_create_auth_challenge");
  EXPECT_EQ(create.challengeName, "CUSTOM_CHALLENGE");
  EXPECT_EQ(
      answer(
          "cognito_create_auth_challenge",
          CreateAuthChallengeTriggerResponse{.privateChallengeParameters = {{"answer", "5"}}}
      ),
      (json{{"privateChallengeParameters", {{"answer", "5"}}}})
  );
  const auto verify =
      event<VerifyAuthChallengeResponseTriggerEvent>("cognito_verify_auth_challenge");
  EXPECT_EQ(get(verify.privateChallengeParameters, "answer"), verify.challengeAnswer);
  EXPECT_EQ(
      answer(
          "cognito_verify_auth_challenge",
          VerifyAuthChallengeResponseTriggerResponse{.answerCorrect = true}
      ),
      (json{{"answerCorrect", true}})
  );
}

TEST(CognitoTrigger, UserMigration) {
  const auto read = event<UserMigrationTriggerEvent>("cognito_user_migration");
  EXPECT_EQ(read.password, "Hunter2!");
  EXPECT_EQ(
      answer(
          "cognito_user_migration",
          UserMigrationTriggerResponse{
              .userAttributes = {{"email", "ann@example.com"}}, .finalUserStatus = "CONFIRMED"
          }
      ),
      json::parse(R"({"userAttributes": {"email": "ann@example.com"},
                      "finalUserStatus": "CONFIRMED", "forceAliasCreation": false})")
  );
}

TEST(CognitoTrigger, IsRefused) {
  EXPECT_EQ(refusal<PreSignUpTriggerEvent>("{}"), "triggerSource is missing");
  EXPECT_EQ(refusal<PreSignUpTriggerEvent>(R"({"triggerSource": "x"})"), "request is no object");
}

struct Order {
  int id = 0;
  std::string item{};
};
void from_json(const json& text, Order& order) {
  order = {.id = text.at("id").get<int>(), .item = text.at("item").get<std::string>()};
}
void to_json(json& text, const Order& order) { text = {{"id", order.id}, {"item", order.item}}; }

TEST(OwnType, IsReadAndWritten) {
  static_assert(Decodable<Order> && Encodable<Order>);
  static_assert(Decodable<json> && Encodable<json> && Encodable<std::string>);
  static_assert(!Decodable<PreSignUpTriggerResponse> && !Encodable<PreSignUpTriggerEvent>);
  const auto order = Codec<Order>::decode(R"({"id": 5, "item": "tea"})");
  EXPECT_EQ(order.item, "tea");
  EXPECT_EQ(encoded(order), (json{{"id", 5}, {"item", "tea"}}));
  EXPECT_THAT(refusal<Order>(R"({"id": 5})"), HasSubstr("item"));
  EXPECT_THAT(refusal<Order>("nonsense"), HasSubstr("parse error"));
}

}  // namespace
}  // namespace amplify::lambda
