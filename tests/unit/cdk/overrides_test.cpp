// SPDX-License-Identifier: Apache-2.0
#include "support.hpp"

namespace amplify::cdk {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;

Json sample() {
  return Json::parse(R"({
    "Name": "n", "Count": 3,
    "Policy": {"Statement": [{"Action": ["a", "b"], "Effect": "Allow"}, {"Effect": "Deny"}]},
    "Dotted": {"a.b": 1}
  })");
}

/// One resource `user` in a stack `root`, with an override.
struct Overridden {
  App app{};
  Stack root{app, "root"};
  Resource other{root, "other", "AWS::X::Other"};
  Resource user{root, "user", "AWS::X::User", sample()};

  json entry() const { return template_of(app, "root")["Resources"]["user"]; }
  json properties() const { return entry()["Properties"]; }
};

TEST(PropertyOverrides, SetPlacesInObjectsAndLists) {
  Overridden it;
  it.user.addPropertyOverride("Policy.Statement.0.Action.1", "c");
  it.user.addPropertyOverride("Policy.Statement.1.Effect", "Allow");
  it.user.addPropertyOverride("New.Deep.Down", 5);
  it.user.addPropertyOverride("Name", "m");
  const auto properties = it.properties();
  EXPECT_EQ(properties["Policy"]["Statement"][0]["Action"], (json{"a", "c"}));
  EXPECT_EQ(properties["Policy"]["Statement"][1]["Effect"], "Allow");
  EXPECT_EQ(properties["New"], (json{{"Deep", {{"Down", 5}}}}));
  EXPECT_EQ(properties["Name"], "m");
  EXPECT_EQ(properties["Count"], 3);
}

TEST(PropertyOverrides, AppendPastTheEnd) {
  Overridden it;
  it.user.addPropertyOverride("Policy.Statement.2", Json::object({{"Effect", "Allow"}}));
  it.user.addPropertyOverride("Policy.Statement.2.Action", "x");
  EXPECT_EQ(
      it.properties()["Policy"]["Statement"][2], (json{{"Action", "x"}, {"Effect", "Allow"}})
  );
}

TEST(PropertyOverrides, MergeObjectsAndReplaceTheRest) {
  Overridden it;
  it.user.addPropertyOverride(
      "Policy", Json::object({{"Version", "1"}, {"Statement", Json::array({"s"})}})
  );
  it.user.addPropertyOverride("Name", it.other.ref());
  it.user.addPropertyOverride("Name", Json::object({{"a", 1}}));
  EXPECT_EQ(it.properties()["Policy"], (json{{"Version", "1"}, {"Statement", {"s"}}}));
  EXPECT_EQ(it.properties()["Name"], (json{{"a", 1}}));
}

TEST(PropertyOverrides, Remove) {
  Overridden it;
  it.user.addPropertyDeletionOverride("Policy.Statement.0");
  it.user.addPropertyDeletionOverride("Name");
  it.user.addPropertyOverride("Count", {});
  it.user.addPropertyDeletionOverride("Absent.Deep");
  EXPECT_EQ(
      it.properties(),
      (json{{"Policy", {{"Statement", {{{"Effect", "Deny"}}}}}}, {"Dotted", {{"a.b", 1}}}})
  );
}

TEST(PropertyOverrides, TakeAnEscapedDotAsPartOfAKey) {
  Overridden it;
  it.user.addPropertyOverride(R"(Dotted.a\.b)", 2);
  EXPECT_EQ(it.properties()["Dotted"], (json{{"a.b", 2}}));
}

TEST(PropertyOverrides, ComeAfterWhatIsSetLater) {
  Overridden it;
  it.user.addPropertyOverride("Name", "override");
  it.user.setProperty("Name", "later");
  EXPECT_EQ(it.properties()["Name"], "override");
  EXPECT_EQ(Json(it.user.property("Name")).isSet(), true);
}

TEST(PropertyOverrides, MayReferAndTakeReferencesOut) {
  Overridden it;
  it.other.setProperty("Other", it.user.ref());
  it.user.setProperty("Cycle", it.other.ref());
  it.user.addPropertyDeletionOverride("Cycle");
  it.other.addPropertyOverride("Arn", it.user.getAtt("Arn"));
  EXPECT_EQ(
      template_of(it.app, "root")["Resources"]["other"]["Properties"],
      (json{{"Arn", {{"Fn::GetAtt", {"user", "Arn"}}}}, {"Other", {{"Ref", "user"}}}})
  );
}

TEST(PropertyOverrides, ReachReferencesInOtherStacks) {
  Overridden it;
  const NestedStack nested(it.root, "nested");
  const Resource topic(nested, "topic", "AWS::SNS::Topic");
  it.user.addPropertyOverride("Topic", topic.ref());
  EXPECT_EQ(template_of(it.app, "root/nested")["Outputs"].size(), 1U);
  EXPECT_THAT(
      it.properties()["Topic"]["Fn::GetAtt"][1].get<std::string>(), testing::StartsWith("Outputs.")
  );
}

TEST(PropertyOverrides, ReachIntoIntrinsicFunctions) {
  Overridden it;
  it.user.setProperty("Sub", Json::parse(R"({"Fn::Join": ["", ["a", "b"]]})"));
  it.user.addPropertyOverride("Sub.Fn::Join.1.0", "c");
  EXPECT_EQ(it.properties()["Sub"], (json{{"Fn::Join", {"", {"c", "b"}}}}));
}

TEST(PropertyOverrides, ComeAfterTags) {
  App app;
  Stack root(app, "root");
  root.addTag("team", "a");
  Resource queue(root, "queue", "AWS::SQS::Queue");
  queue.addPropertyOverride("Tags.0.Value", "b");
  Resource topic(root, "topic", "AWS::SNS::Topic", Json::object({{"TopicName", "t"}}));
  topic.addPropertyDeletionOverride("Tags");
  const auto stack = template_of(app, "root");
  EXPECT_EQ(
      properties_of(stack, "AWS::SQS::Queue")["Tags"],
      (json::array({{{"Key", "team"}, {"Value", "b"}}}))
  );
  EXPECT_EQ(properties_of(stack, "AWS::SNS::Topic"), (json{{"TopicName", "t"}}));
}

TEST(PropertyOverrides, ChangeWhatDeploysANestedStack) {
  App app;
  const Stack root(app, "root");
  const NestedStack nested(root, "nested");
  const Resource topic(nested, "topic", "AWS::SNS::Topic");
  nested.nestedStackResource().addPropertyOverride("TimeoutInMinutes", 5);
  nested.nestedStackResource().addPropertyOverride("TemplateURL", "https://example.com/t.json");
  EXPECT_EQ(
      properties_of(template_of(app, "root"), "AWS::CloudFormation::Stack"),
      (json{{"TemplateURL", "https://example.com/t.json"}, {"TimeoutInMinutes", 5}})
  );
}

TEST(Overrides, ChangeTheWholeResource) {
  Overridden it;
  it.user.applyRemovalPolicy(RemovalPolicy::destroy);
  it.user.addMetadata("kept", 1);
  it.user.addOverride("DeletionPolicy", "RetainExceptOnCreate");
  it.user.addOverride("Metadata.note", it.other.ref());
  it.user.addOverride("Type", "AWS::X::Else");
  it.user.addDeletionOverride("UpdateReplacePolicy");
  it.user.addOverride("Properties", Json::object({{"Name", "m"}}));
  auto entry = it.entry();
  EXPECT_EQ(entry["Properties"]["Name"], "m");
  entry.erase("Properties");
  EXPECT_EQ(
      entry, (json{
                 {"Type", "AWS::X::Else"},
                 {"DeletionPolicy", "RetainExceptOnCreate"},
                 {"Metadata", {{"kept", 1}, {"note", {{"Ref", "other"}}}}},
             })
  );
}

TEST(Overrides, LeaveSynthesisRepeatable) {
  Overridden it;
  it.user.addPropertyOverride("Policy.Statement.2", "x");
  it.user.addPropertyDeletionOverride("Policy.Statement.0");
  EXPECT_EQ(it.app.synth().stacks[0].templateBody, it.app.synth().stacks[0].templateBody);
}

struct Fault {
  const char* path;
  const char* message;
  const char* help;
};

TEST(Overrides, RefusePathsThatLeadNowhere) {
  const Fault faults[] = {
      {"Properties.Name.First", "`Properties.Name` is a string", "`Properties.Name` as a whole"},
      {"Properties.Count.0", "`Properties.Count` is a number", "`Properties.Count` as a whole"},
      {"Properties.Policy.Statement.Effect", "a list of 2, which has no `Effect`", "from 0 to 2"},
      {"Properties.Policy.Statement.3.Effect", "a list of 2, which has no `3`", "from 0 to 2"},
      {"Properties.Absent.0", "there is no `Properties.Absent`", "`Properties.Absent`"},
      {"Properties.Other.Part", "`Properties.Other` is a reference", "`Properties.Other`"},
      {"Properties.Join.Part", "is Fn::Split, which has no `Part`", "`Properties.Join`"},
      {"Properties..Name", "a key of it is empty", "with a dot"},
      {"", "a key of it is empty", "with a dot"},
      {"Name", "a resource has no `Name`", "addPropertyOverride(\"Name\""},
  };
  for (const auto& fault : faults) {
    Overridden it;
    it.user.setProperty("Other", it.other.ref());
    it.user.setProperty("Join", Json::parse(R"({"Fn::Split": ["", "x"]})"));
    it.user.addOverride(fault.path, 1);
    const auto line = std::source_location::current().line() - 1;
    expect_error(it.app, "InvalidOverrideError", "root/user");
    const auto error = errors_of(it.app).at(0);
    EXPECT_THAT(error.message, AllOf(HasSubstr(fault.path), HasSubstr(fault.message)));
    EXPECT_THAT(error.help, HasSubstr(fault.help));
    EXPECT_EQ(error.source.line(), line);
    EXPECT_THAT(error.source.file_name(), EndsWith("overrides_test.cpp"));
  }
}

TEST(Overrides, RefuseToRemoveWhatIsNoElement) {
  Overridden it;
  it.user.addPropertyDeletionOverride("Policy.Statement.2");
  expect_error(it.app, "InvalidOverrideError", "root/user");
  EXPECT_THAT(errors_of(it.app).at(0).help, HasSubstr("from 0 to 1"));
}

TEST(Overrides, RefuseToRemoveTheType) {
  Overridden it;
  it.user.addDeletionOverride("Type");
  expect_error(it.app, "InvalidOverrideError", "root/user");
}

}  // namespace
}  // namespace amplify::cdk
