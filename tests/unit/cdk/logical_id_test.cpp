// SPDX-License-Identifier: Apache-2.0
#include "cdk/logical_id.hpp"

#include "cdk/digest.hpp"
#include "cdk/inspect.hpp"
#include "support.hpp"

namespace amplify::cdk {
namespace {

std::string id_of(std::vector<std::string_view> path) { return unique_id(path); }

// The expected ids are what aws-cdk-lib 2.276.0 makes of these paths.
TEST(UniqueId, IsTheCdks) {
  EXPECT_EQ(id_of({"amplifyAuth", "UserPool", "Resource"}), "amplifyAuthUserPool4BA7F805");
  EXPECT_EQ(id_of({"amplifyData", "GraphQLAPI", "Resource"}), "amplifyDataGraphQLAPI42A6FA33");
  EXPECT_EQ(
      id_of({"amplifyData", "Todo.NestedStack", "Todo.NestedStackResource"}),
      "amplifyDataTodoNestedStackTodoNestedStackResource551CEA56"
  );
  EXPECT_EQ(
      id_of({"amplify-todo-main-sandbox-398c839fb3", "auth", "amplifyAuth", "UserPool", "Resource"}
      ),
      "amplifytodomainsandbox398c839fb3authamplifyAuthUserPool66F066C2"
  );
}

TEST(UniqueId, OfASingleIdHasNoHash) {
  EXPECT_EQ(id_of({"Topic"}), "Topic");
  EXPECT_EQ(id_of({"AmplifySecretFetcherResource", "Default"}), "AmplifySecretFetcherResource");
  EXPECT_EQ(id_of({"my-topic.x"}), "mytopicx");
}

TEST(UniqueId, DropsRepeatedAndHiddenIds) {
  EXPECT_EQ(id_of({"MyTopic", "Topic"}), "MyTopic31D235F7");
  EXPECT_EQ(id_of({"a", "Default", "b"}), "abA7E86136");
  EXPECT_EQ(id_of({"a", "Resource", "b"}), "abDA07F9AF");
  EXPECT_EQ(id_of({"x", "ab", "b", "Resource", "b-c"}), "xabbcFFBA9D3E");
}

TEST(UniqueId, StaysWithinTheLimit) {
  const std::string a(200, 'a');
  const std::string b(200, 'b');
  const auto id = id_of({a, b});
  EXPECT_EQ(id.size(), 248U);
  EXPECT_EQ(id.substr(0, 240), a + b.substr(0, 40));
  EXPECT_EQ(id_of({std::string(300, 'a')}).size(), 248U);
}

TEST(LogicalId, OfANestedStackIsThePeers) {
  App app;
  const Stack root(app, "root");
  const NestedStack auth(root, "auth");
  const NestedStack data(root, "data");
  const Construct amplify_data(data, "amplifyData");
  const NestedStack todo(amplify_data, "Todo");
  EXPECT_EQ(logical_id(auth.nestedStackResource()), "auth179371D7");
  EXPECT_EQ(logical_id(data.nestedStackResource()), "data7552DF31");
  EXPECT_EQ(logical_id(todo.nestedStackResource()), "amplifyDataTodo551CEA56");
}

TEST(LogicalId, IsRelativeToTheNearestStack) {
  App app;
  const Stack root(app, "root");
  const NestedStack auth(root, "auth");
  const Construct amplify_auth(auth, "amplifyAuth");
  const Construct user_pool(amplify_auth, "UserPool");
  const Resource resource(user_pool, "Resource", "AWS::Cognito::UserPool");
  EXPECT_EQ(logical_id(resource), "amplifyAuthUserPool4BA7F805");
  EXPECT_EQ(resource.path(), "root/auth/amplifyAuth/UserPool/Resource");
}

TEST(LogicalId, CanBeOverridden) {
  App app;
  const Stack root(app, "root");
  Resource topic(root, "topic", "AWS::SNS::Topic");
  const auto ref = topic.ref();
  topic.overrideLogicalId("Other");
  Resource(root, "user", "AWS::X::Subscription", Json::object({{"TopicArn", ref}}));
  auto result = template_of(app, "root");
  EXPECT_TRUE(result["Resources"].contains("Other"));
  EXPECT_EQ(result["Resources"]["user"]["Properties"]["TopicArn"], (json{{"Ref", "Other"}}));
}

TEST(LogicalId, RefusesAnInvalidOverride) {
  for (const auto& id : {std::string("with-dash"), std::string(), std::string(256, 'a')}) {
    App app;
    const Stack root(app, "root");
    Resource(root, "topic", "AWS::SNS::Topic").overrideLogicalId(id);
    expect_error(app, "InvalidLogicalIdError", "root/topic");
  }
}

TEST(LogicalId, MayNotBeTakenTwice) {
  App app;
  const Stack root(app, "root");
  const Resource first(root, "first", "AWS::SNS::Topic");
  Resource(root, "second", "AWS::SNS::Topic").overrideLogicalId("first");
  expect_error(app, "LogicalIdClashError", "root/second");
}

TEST(LogicalId, MayNotBeAParametersToo) {
  App app;
  const Stack root(app, "root");
  const Construct group(root, "group");
  const Resource topic(root, "name", "AWS::SNS::Topic");
  const Parameter parameter(group, "name");
  expect_error(app, "LogicalIdClashError", "root/name");
}

TEST(LogicalId, OfAnOutputIsItsId) {
  App app;
  const Stack root(app, "root");
  const Construct group(root, "group");
  const Resource topic(root, "name", "AWS::SNS::Topic");
  const Output output(group, "name", {.value = topic.ref()});
  EXPECT_TRUE(template_of(app, "root")["Outputs"].contains("name"));
  const Output again(root, "group2", {.value = "x"});
  const Construct other(root, "other");
  const Output clash(other, "name", {.value = "x"});
  expect_error(app, "LogicalIdClashError", "root/other/name");
}

TEST(LogicalId, OfAnOutputMustBeAlphanumeric) {
  App app;
  const Stack root(app, "root");
  const Output output(root, "my-output", {.value = "x"});
  expect_error(app, "InvalidLogicalIdError", "root/my-output");
}

TEST(CrossingName, StaysWithinTheLimitOfParameterNames) {
  App app;
  const Stack root(app, "root");
  const NestedStack nested(root, "nested");
  const Resource resource(nested, std::string(300, 'a'), "AWS::SNS::Topic");
  const NestedStack user(root, "user");
  Resource(user, "user", "AWS::X::Y", Json::object({{"P", resource.getAtt("SomeAttribute")}}));
  auto result = template_of(app, "root/user");
  ASSERT_EQ(result["Parameters"].size(), 1U);
  EXPECT_EQ(result["Parameters"].items().begin().key().size(), 255U);
}

TEST(Digest, IsHex) {
  EXPECT_EQ(md5_hex(""), "d41d8cd98f00b204e9800998ecf8427e");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha512_hex("todomain").substr(0, 10), "398c839fb3");
}

}  // namespace
}  // namespace amplify::cdk
