// SPDX-License-Identifier: Apache-2.0
#include <amplify/backend.hpp>

#include "synthesized.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace amplify {
namespace {

using namespace amplify::literals;
using amplify::testing::faults;
using amplify::testing::resources;
using amplify::testing::stack_template;
using cdk::Json;
using nlohmann::json;
using ::testing::HasSubstr;

constexpr auto schema = a.schema(
    "Note"_s = a.model("text"_s = a.string()).authorization(allow.owner(), allow.guest().to("read"))
);
const auto auth = defineAuth({.loginWith = {.email = true}});
const auto data = defineData({
    .schema = schema,
    .authorizationModes =
        {.defaultAuthorizationMode = AuthorizationMode::userPool,
         .apiKeyAuthorizationMode = {.expiresInDays = 30}},
});

json custom_outputs(const Backend& backend) {
  return stack_template(backend.synth(), "backend").at("Outputs").at("customOutputs").at("Value");
}

void expect_fault(const Backend& backend, std::string_view code, std::string_view where) {
  const auto found = faults(backend);
  ASSERT_EQ(found.size(), 1u) << (found.empty() ? "" : UserError(found).what());
  EXPECT_EQ(found[0].code, code);
  EXPECT_EQ(found[0].where, where);
  EXPECT_FALSE(found[0].help.empty());
  EXPECT_THAT(found[0].source.file_name(), HasSubstr("escape_hatches_test.cpp"));
}

TEST(CreateStack, MakesANestedStackOfTheRoot) {
  const auto backend = defineBackend(auth);
  const auto jobs = backend.createStack("jobs");
  const cdk::Resource queue(
      jobs, "Queue", "AWS::SQS::Queue", Json::object({{"QueueName", backend[auth].userPool.ref()}})
  );
  const auto assembly = backend.synth();
  const auto stack = stack_template(assembly, "jobs");
  EXPECT_EQ(resources(stack, "AWS::SQS::Queue").size(), 1u);
  EXPECT_EQ(json::parse(stack.at("Description").get<std::string>()).at("stackType"), "custom");
  EXPECT_EQ(
      resources(stack_template(assembly, "backend"), "AWS::CloudFormation::Stack").size(), 2u
  );
}

TEST(CreateStack, NeedsANameOfItsOwn) {
  for (const auto* name : {"auth", "jobs"}) {
    const auto backend = defineBackend(auth);
    cdk::Resource(backend.createStack("jobs"), "Queue", "AWS::SQS::Queue");
    cdk::Resource(backend.createStack(name), "Queue", "AWS::SQS::Queue");
    expect_fault(backend, "DuplicateStackError", std::string("createStack ") + name);
  }
}

TEST(CfnResources, OfAuthTakeOverrides) {
  const auto backend = defineBackend(auth);
  backend[auth].cfnResources.userPool.addPropertyOverride(
      "Policies.PasswordPolicy.MinimumLength", 12
  );
  backend[auth].cfnResources.userPool.addPropertyDeletionOverride("SmsVerificationMessage");
  const auto assembly = backend.synth();
  const auto pool =
      resources(stack_template(assembly, "auth"), "AWS::Cognito::UserPool").at(0).at("Properties");
  EXPECT_EQ(pool.at("Policies").at("PasswordPolicy").at("MinimumLength"), 12);
  EXPECT_EQ(pool.at("Policies").at("PasswordPolicy").at("RequireNumbers"), true);
  EXPECT_FALSE(pool.contains("SmsVerificationMessage"));
  // The outputs say what is deployed.
  EXPECT_EQ(
      stack_template(assembly, "backend").at("Outputs").at("passwordPolicyMinLength").at("Value"),
      "12"
  );
}

TEST(CfnResources, OfDataAreAllThatThereIs) {
  const auto backend = defineBackend(auth, data);
  const auto& all = backend[data].cfnResources;
  std::set<std::string> paths{all.graphqlApi.path(), all.graphqlSchema.path(), all.apiKey->path()};
  for (const auto* map :
       {&all.tables, &all.roles, &all.dataSources, &all.resolvers, &all.identityPoolPolicies,
        &all.nestedStacks}) {
    EXPECT_GT(map->size(), 0u);
    for (const auto& [name, resource] : *map) {
      EXPECT_TRUE(map->contains(name));
      EXPECT_EQ((*map)[name], resource);
      EXPECT_TRUE(paths.insert(resource.path()).second) << resource.path();
    }
  }
  std::size_t made = 0;
  for (const auto& stack : backend.synth().stacks) {
    if (stack.path.find("/data") != std::string::npos) made += stack.resourceTypes.size();
  }
  EXPECT_EQ(paths.size(), made);
  EXPECT_EQ(all.tables["Note"].type(), "AWS::DynamoDB::Table");
  EXPECT_EQ(all.roles["Note"].type(), "AWS::IAM::Role");
  EXPECT_EQ(all.dataSources["NoteTable"].type(), "AWS::AppSync::DataSource");
  EXPECT_EQ(all.resolvers["Query.getNote"].type(), "AWS::AppSync::Resolver");
}

TEST(CfnResources, OfDataAreNamed) {
  const auto backend = defineBackend(auth, data);
  EXPECT_FALSE(backend[data].cfnResources.tables.contains("Note2"));
  backend[data].cfnResources.tables["Nots"].setProperty("X", 1);
  expect_fault(backend, "UnknownResourceError", "backend/data/amplifyData");
  const auto fault = faults(backend).at(0);
  EXPECT_THAT(fault.message, HasSubstr("cfnResources.tables has no `Nots`"));
  EXPECT_THAT(fault.help, HasSubstr("Note"));
}

TEST(AddOutput, IsOneTextWithItsMetadata) {
  const auto backend = defineBackend(auth);
  backend.addOutput(
      {.custom = Json::object({{"name", "a \"b\""}, {"list", Json::array({1, true})}})}
  );
  EXPECT_EQ(
      custom_outputs(backend), R"({"custom":{"list":[1,true],"name":"a \"b\""},"version":"1.4"})"
  );
  EXPECT_EQ(
      stack_template(backend.synth(), "backend").at("Metadata").at("AWS::Amplify::Custom"),
      (json{{"version", "1"}, {"stackOutputs", {"customOutputs"}}})
  );
}

TEST(AddOutput, IsNotThereWithoutACall) {
  EXPECT_FALSE(stack_template(defineBackend(auth).synth(), "backend")
                   .at("Metadata")
                   .contains("AWS::Amplify::Custom"));
}

TEST(AddOutput, TakesTokens) {
  const auto backend = defineBackend(auth);
  backend.addOutput(
      {.custom = Json::object({
           {"region", cdk::aws::region()},
           {"url", cdk::fn::concat({"https://\"", cdk::aws::urlSuffix(), "\\x"})},
       })}
  );
  EXPECT_EQ(
      custom_outputs(backend), (json{
                                   {"Fn::Join",
                                    {"",
                                     {"{\"custom\":{\"region\":\"",
                                      {{"Ref", "AWS::Region"}},
                                      "\",\"url\":\"https://\\\"",
                                      {{"Ref", "AWS::URLSuffix"}},
                                      "\\\\x\"},\"version\":\"1.4\"}"}}}
                               })
  );
}

TEST(AddOutput, MergesObjectsAndJoinsLists) {
  const auto backend = defineBackend(auth);
  backend.addOutput(
      {.notifications = Json::object({{"channels", Json::array({"FCM"})}}),
       .custom = Json::object({{"api", Json::object({{"a", 1}, {"same", "x"}})}})}
  );
  backend.addOutput(
      {.version = "1.5",
       .notifications = Json::object({{"channels", Json::array({"APNS"})}}),
       .custom = Json::object({{"api", Json::object({{"b", 2}, {"same", "x"}})}})}
  );
  backend.addOutput({.version = "1"});
  EXPECT_EQ(
      json::parse(custom_outputs(backend).get<std::string>()),
      (json{
          {"version", "1.5"},
          {"notifications", {{"channels", {"FCM", "APNS"}}}},
          {"custom", {{"api", {{"a", 1}, {"b", 2}, {"same", "x"}}}}},
      })
  );
}

TEST(AddOutput, GivesAKeyOneValue) {
  const auto backend = defineBackend(auth);
  backend.addOutput({.custom = Json::object({{"api", Json::object({{"url", "a"}})}})});
  const auto line = std::to_string(std::source_location::current().line() - 1);
  backend.addOutput({.custom = Json::object({{"api", Json::object({{"url", "b"}})}})});
  expect_fault(backend, "OutputEntryAlreadyExistsError", "addOutput custom.api.url");
  EXPECT_THAT(faults(backend).at(0).message, HasSubstr("escape_hatches_test.cpp:" + line));
}

TEST(AddOutput, LeavesTheDefinitionsTheirOwn) {
  const auto backend = defineBackend(auth);
  backend.addOutput({.auth = Json::object({{"user_pool_id", "x"}})});
  expect_fault(backend, "OutputEntryAlreadyExistsError", "addOutput auth.user_pool_id");
  EXPECT_THAT(faults(backend).at(0).message, HasSubstr("defineAuth"));
}

TEST(AddOutput, KnowsTheKeysOfTheFile) {
  const auto backend = defineBackend(auth);
  backend.addOutput({.analytics = Json::object({{"pinpoint", Json::object({})}})});
  expect_fault(backend, "UnknownOutputKeyError", "addOutput analytics.pinpoint");
  EXPECT_THAT(faults(backend).at(0).help, HasSubstr("amazon_pinpoint"));
}

TEST(AddOutput, KnowsTheShapesOfTheFile) {
  const auto one = defineBackend(auth);
  one.addOutput({.notifications = Json::object({{"channels", "FCM"}})});
  expect_fault(one, "InvalidOutputError", "addOutput notifications.channels");
  const auto two = defineBackend(auth);
  two.addOutput({.custom = "text"});
  expect_fault(two, "InvalidOutputError", "addOutput custom");
  const auto three = defineBackend(auth);
  three.addOutput({.storage = Json::parse(R"({"buckets": [{"nam": "x"}]})")});
  expect_fault(three, "UnknownOutputKeyError", "addOutput storage.buckets.nam");
}

TEST(AddOutput, RefusesAnotherMajorVersion) {
  for (const auto* version : {"2", "one", "1,4"}) {
    const auto backend = defineBackend(auth);
    backend.addOutput({.version = version});
    expect_fault(backend, "VersionMismatchError", "addOutput version");
  }
}

TEST(Aspects, ReachTheResourcesOfDefinitions) {
  const auto backend = defineBackend(auth, data);
  cdk::Aspects::of(backend.stack()).add([](cdk::Resource resource) {
    if (resource.type() == "AWS::IAM::Role") resource.setProperty("PermissionsBoundary", "b");
  });
  for (const auto& stack : backend.synth().stacks) {
    for (const auto& role : resources(json::parse(stack.templateBody), "AWS::IAM::Role"))
      EXPECT_EQ(role.at("Properties").at("PermissionsBoundary"), "b");
  }
}

}  // namespace
}  // namespace amplify
