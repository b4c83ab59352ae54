// SPDX-License-Identifier: Apache-2.0
#include "support.hpp"

#include "cdk/digest.hpp"

namespace amplify::cdk {
namespace {

TEST(Stack, PrintsItsSections) {
  App app;
  Stack root(app, "root", {.description = "first"});
  root.setDescription("what it is");
  root.addMetadata("AWS::Amplify::Platform", Json::object({{"version", "1"}}));
  const Parameter size(
      root, "Size",
      {.type = "Number", .defaultValue = 1, .description = "how big", .allowedValues = {"1", "2"}}
  );
  const Resource topic(root, "topic", "AWS::X::Topic", Json::object({{"P", size.ref()}}));
  const Output output(
      root, "name", {.value = topic.ref(), .description = "its name", .exportName = "shared"}
  );
  const auto assembly = app.synth();
  const auto expected = R"({"Description":"what it is",)"
                        R"("Metadata":{"AWS::Amplify::Platform":{"version":"1"}},"Parameters":{)";
  EXPECT_THAT(assembly.stacks[0].templateBody, testing::StartsWith(expected));
  auto result = template_of(assembly, "root");
  EXPECT_EQ(result["Parameters"]["Size"], json::parse(R"({
    "Type": "Number", "Default": 1, "Description": "how big", "AllowedValues": ["1", "2"]
  })"));
  EXPECT_EQ(result["Outputs"]["name"], json::parse(R"({
    "Value": {"Ref": "topic"}, "Description": "its name", "Export": {"Name": "shared"}
  })"));
}

TEST(Stack, AsksForABootstrappedEnvironmentAtTheRoot) {
  App app;
  const Stack root(app, "root");
  const NestedStack nested(root, "nested");
  const Resource topic(nested, "topic", "AWS::X::Topic");
  const auto assembly = app.synth();
  auto outer = template_of(assembly, "root");
  EXPECT_EQ(outer["Parameters"], json::parse(R"({"BootstrapVersion": {
    "Type": "AWS::SSM::Parameter::Value<String>",
    "Default": "/cdk-bootstrap/hnb659fds/version",
    "Description": "Version of the CDK Bootstrap resources in this environment, automatically retrieved from SSM Parameter Store. [cdk:skip]"
  }})"));
  EXPECT_EQ(outer["Rules"], json::parse(R"({"CheckBootstrapVersion": {"Assertions": [{
    "Assert": {"Fn::Not": [{"Fn::Contains": [["1", "2", "3", "4", "5"], {"Ref": "BootstrapVersion"}]}]},
    "AssertDescription": "CDK bootstrap stack version 6 required. Please run 'cdk bootstrap' with a recent version of the CDK CLI."
  }]}})"));
  EXPECT_EQ(template_of(assembly, "root/nested"), json::parse(R"({
    "Resources": {"topic": {"Type": "AWS::X::Topic"}}
  })"));
}

TEST(Stack, ReservesTheNameOfTheBootstrapParameter) {
  App app;
  const Stack root(app, "root");
  const Parameter parameter(root, "BootstrapVersion");
  expect_error(app, "LogicalIdClashError", "root/BootstrapVersion");
}

TEST(Stack, HasANameOfItsPathOrItsOwn) {
  App app;
  const Stack plain(app, "plain-stack");
  const Construct group(app, "group");
  const Stack deep(group, "deep");
  Stack named(app, "named", {.stackName = "first"});
  EXPECT_EQ(plain.stackName(), "plain-stack");
  EXPECT_THAT(deep.stackName(), testing::MatchesRegex("groupdeep[0-9A-F]*"));
  EXPECT_EQ(named.stackName(), "first");
  named.setStackName("second");
  EXPECT_EQ(named.stackName(), "second");
}

TEST(Stack, NeedsAProperName) {
  for (const auto& name :
       {std::string("1st"), std::string("under_score"), std::string("-x"), std::string(129, 'a')}) {
    App app;
    const Stack root(app, "root", {.stackName = name});
    expect_error(app, "InvalidStackNameError", "root");
  }
  App app;
  Stack root(app, "1st");
  root.setStackName("first");
  EXPECT_TRUE(errors_of(app).empty());
}

TEST(Stack, MayNotShareItsName) {
  App app;
  const Stack one(app, "one");
  const Stack two(app, "two", {.stackName = "one"});
  expect_error(app, "LogicalIdClashError", "two");
}

TEST(Stack, NeedsAValueForEveryOutput) {
  App app;
  const Stack root(app, "root");
  const Output output(root, "name", {});
  expect_error(app, "MissingOutputValueError", "root/name");
}

TEST(NestedStack, IsAResourceOfItsParent) {
  App app;
  const Stack root(app, "root");
  const NestedStack auth(root, "auth", {.description = "inner"});
  auth.nestedStackResource().setProperty("TimeoutInMinutes", 5);
  const Resource topic(auth, "topic", "AWS::X::Topic");
  const auto assembly = app.synth();
  ASSERT_EQ(assembly.stacks.size(), 2U);
  const auto& nested = assembly.stacks[1];
  const auto hash = sha256_hex(nested.templateBody);
  EXPECT_EQ(
      template_of(assembly, "root")["Resources"]["auth179371D7"],
      (json{
          {"Type", "AWS::CloudFormation::Stack"},
          {"Properties",
           {
               {"TimeoutInMinutes", 5},
               {"TemplateURL",
                {{"Fn::Join",
                  {"",
                   {
                       "https://s3.",
                       {{"Ref", "AWS::Region"}},
                       ".",
                       {{"Ref", "AWS::URLSuffix"}},
                       "/",
                       {{"Fn::Sub", "cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}"}},
                       "/" + hash + ".json",
                   }}}}},
           }},
          {"Metadata",
           {
               {"aws:asset:path", nested.templateFile},
               {"aws:asset:property", "TemplateURL"},
           }},
          {"UpdateReplacePolicy", "Delete"},
          {"DeletionPolicy", "Delete"},
      })
  );
  EXPECT_EQ(template_of(assembly, "root/auth")["Description"], "inner");
  EXPECT_TRUE(nested.nested);
  EXPECT_FALSE(assembly.stacks[0].nested);
  EXPECT_TRUE(auth.nestedStackResource().stack() == root);
}

TEST(NestedStack, ChangesItsParentsTemplateWithItsOwn) {
  const auto synthesize = [](Json properties) {
    App app;
    const Stack root(app, "root");
    const NestedStack outer(root, "outer");
    const NestedStack inner(outer, "inner");
    const Resource topic(inner, "topic", "AWS::X::Topic", properties);
    return app.synth().stacks[0].templateBody;
  };
  EXPECT_NE(synthesize(Json::object({{"A", 1}})), synthesize(Json::object({{"A", 2}})));
}

TEST(Limits, OfResources) {
  for (const int count : {500, 501}) {
    App app;
    const Stack root(app, "root");
    const NestedStack nested(root, "nested");
    for (int i = 0; i < count; ++i)
      Resource(nested, "r" + std::to_string(i), "AWS::X::Topic");
    if (count == 500) {
      EXPECT_TRUE(errors_of(app).empty());
    } else {
      expect_error(app, "StackLimitError", "root/nested");
    }
  }
}

TEST(Limits, OfParametersWithTheBootstrapVersion) {
  for (const int count : {199, 200}) {
    App app;
    const Stack root(app, "root");
    for (int i = 0; i < count; ++i)
      Parameter(root, "p" + std::to_string(i));
    if (count == 199) {
      EXPECT_TRUE(errors_of(app).empty());
    } else {
      expect_error(app, "StackLimitError", "root");
    }
  }
}

TEST(Limits, OfOutputsWithThoseForOtherStacks) {
  for (const int count : {200, 201}) {
    App app;
    const Stack root(app, "root");
    const NestedStack nested(root, "nested");
    for (int i = 0; i < 100; ++i)
      Output(nested, "o" + std::to_string(i), {.value = "x"});
    for (int i = 100; i < count; ++i) {
      const Resource topic(nested, "t" + std::to_string(i), "AWS::X::Topic");
      Resource(root, "u" + std::to_string(i), "AWS::X::Y", Json::object({{"P", topic.ref()}}));
    }
    if (count == 200) {
      EXPECT_TRUE(errors_of(app).empty());
    } else {
      expect_error(app, "StackLimitError", "root/nested");
    }
  }
}

TEST(Limits, OfBytes) {
  App app;
  const Stack root(app, "root");
  Resource topic(root, "topic", "AWS::X::Topic", Json::object({{"P", ""}}));
  const auto rest = app.synth().stacks[0].templateBody.size();
  topic.setProperty("P", std::string(1'000'000 - rest, 'x'));
  EXPECT_TRUE(errors_of(app).empty());
  topic.setProperty("P", std::string(1'000'001 - rest, 'x'));
  expect_error(app, "StackLimitError", "root");
}

}  // namespace
}  // namespace amplify::cdk
