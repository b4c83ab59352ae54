// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/fn.hpp>

#include "cdk/inspect.hpp"
#include "cdk/lazy.hpp"
#include "support.hpp"

namespace amplify::cdk {
namespace {

TEST(Construct, KnowsItsPlace) {
  App app;
  const Stack root(app, "root");
  const Construct group(root, "group");
  const Resource topic(group, "topic", "AWS::X::Topic");
  EXPECT_EQ(app.path(), "");
  EXPECT_EQ(topic.path(), "root/group/topic");
  EXPECT_EQ(topic.id(), "topic");
  EXPECT_TRUE(topic.scope() == group);
  EXPECT_TRUE(topic.stack() == root);
  EXPECT_TRUE(root.stack() == root);
  EXPECT_TRUE(app.scope() == app);
  ASSERT_EQ(root.children().size(), 1U);
  EXPECT_TRUE(root.children()[0] == group);
}

TEST(Construct, StaysInItsAppWhenThatMoves) {
  App app;
  const Stack root(app, "root");
  App moved = std::move(app);
  const Resource topic(root, "topic", "AWS::X::Topic");
  EXPECT_EQ(topic.path(), "root/topic");
  EXPECT_EQ(template_of(moved, "root")["Resources"].size(), 1U);
}

TEST(Construct, MayNotShareItsId) {
  App app;
  const Stack root(app, "root");
  const Resource first(root, "topic", "AWS::X::Topic");
  const auto line = std::source_location::current().line() + 1;
  const Resource second(root, "topic", "AWS::X::Topic");
  expect_error(app, "DuplicateConstructError", "root/topic");
  EXPECT_EQ(errors_of(app)[0].source.line(), line);
  EXPECT_EQ(app.errors().size(), 1U);
}

TEST(Construct, OneMistakeIsOneError) {
  App app;
  const Stack root(app, "root");
  const NestedStack first(root, "nested");
  const NestedStack second(root, "nested");
  const Resource inner(second, "topic", "AWS::X::Topic");
  Resource(root, "user", "AWS::X::Y", Json::object({{"P", inner.ref()}})).addDependency(second);
  expect_error(app, "DuplicateConstructError", "root/nested");
}

TEST(Construct, NeedsAProperId) {
  App app;
  const Stack root(app, "root");
  const Construct slash(root, "a/b");
  expect_error(app, "InvalidConstructIdError", "root/a/b");
  const Construct empty(root, "");
  EXPECT_EQ(errors_of(app).size(), 2U);
}

TEST(Construct, NeedsAStackForResources) {
  App app;
  const Construct group(app, "group");
  const Resource topic(group, "topic", "AWS::X::Topic");
  topic.stack().addMetadata("still", "usable");
  expect_error(app, "NoStackError", "group/topic");
}

TEST(Construct, NeedsAStackForNestedStacks) {
  App app;
  const NestedStack nested(app, "nested");
  const Resource topic(nested, "topic", "AWS::X::Topic");
  expect_error(app, "NoStackError", "nested");
}

TEST(Construct, AsksForItsStackInVain) {
  App app;
  const Construct group(app, "group");
  Stack stack = group.stack();
  stack.setDescription("nowhere");
  expect_error(app, "NoStackError", "group");
}

TEST(App, ReportsAllErrorsSortedByPlace) {
  App app;
  const Stack root(app, "root");
  app.addError({.code = "LaterError", .where = "zebra", .message = "late"});
  app.addError({.code = "EarlierError", .where = "ant", .message = "early"});
  Resource(root, "topic", "AWS::X::Topic").overrideLogicalId("-");
  const auto errors = errors_of(app);
  ASSERT_EQ(errors.size(), 3U);
  EXPECT_EQ(errors[0].where, "ant");
  EXPECT_EQ(errors[1].where, "root/topic");
  EXPECT_EQ(errors[2].where, "zebra");
}

TEST(Resource, PrintsItsParts) {
  App app;
  const Stack root(app, "root");
  Resource bare(root, "bare", "AWS::X::Topic");
  Resource full(root, "full", "AWS::X::Topic", Json::object({{"A", 1}, {"B", Json::array({})}}));
  full.addMetadata("note", bare.ref());
  auto result = template_of(app, "root");
  EXPECT_EQ(result["Resources"]["bare"], json::parse(R"({"Type":"AWS::X::Topic"})"));
  EXPECT_EQ(result["Resources"]["full"], json::parse(R"({
    "Type": "AWS::X::Topic",
    "Properties": {"A": 1, "B": []},
    "Metadata": {"note": {"Ref": "bare"}}
  })"));
  EXPECT_EQ(full.type(), "AWS::X::Topic");
}

TEST(Resource, ChangesItsProperties) {
  App app;
  const Stack root(app, "root");
  Resource topic(root, "topic", "AWS::X::Topic", Json::object({{"A", 1}, {"B", 2}}));
  topic.setProperty("A", "new");
  topic.setProperty("B", {});
  topic.setProperty("C", true);
  EXPECT_EQ(literal_string(topic.property("A")), "new");
  EXPECT_FALSE(topic.property("B").isSet());
  EXPECT_FALSE(Resource(root, "other", "AWS::X::Topic").property("A").isSet());
  EXPECT_EQ(
      template_of(app, "root")["Resources"]["topic"]["Properties"],
      json::parse(R"({"A":"new","C":true})")
  );
}

TEST(Resource, NeedsAnObjectOfProperties) {
  App app;
  const Stack root(app, "root");
  const Resource topic(root, "topic", "AWS::X::Topic", Json::array({}));
  expect_error(app, "InvalidPropertiesError", "root/topic");
}

TEST(Resource, GivesReferences) {
  App app;
  const Stack root(app, "root");
  const Resource topic(root, "topic", "AWS::X::Topic");
  Resource(
      root, "user", "AWS::X::Y",
      Json::object({
          {"Ref", topic.ref()},
          {"Att", topic.getAtt("Endpoint.Port")},
          {"Join", fn::join("/", {"a", topic.ref()})},
      })
  );
  EXPECT_EQ(template_of(app, "root")["Resources"]["user"]["Properties"], json::parse(R"({
    "Ref": {"Ref": "topic"},
    "Att": {"Fn::GetAtt": ["topic", "Endpoint.Port"]},
    "Join": {"Fn::Join": ["/", ["a", {"Ref": "topic"}]]}
  })"));
  EXPECT_TRUE(target_of(topic.getAtt("Arn")) == Construct(topic));
  EXPECT_FALSE(target_of(Str("x")).has_value());
}

TEST(Lazy, IsAskedAtSynthesis) {
  App app;
  const Stack root(app, "root");
  Resource topic(root, "topic", "AWS::X::Topic", Json::object({{"Name", "old"}}));
  const Resource user(
      root, "user", "AWS::X::Y",
      Json::object({
          {"Name", lazy([&] { return topic.property("Name"); })},
          {"Token", lazy([&] { return Json::array({topic.ref()}); })},
          {"Unset", lazy([] { return Json(); })},
          {"List", Json::array({lazy([] { return Json(); }), 1})},
      })
  );
  topic.setProperty("Name", "new");
  EXPECT_EQ(template_of(app, "root")["Resources"]["user"]["Properties"], json::parse(R"({
    "Name": "new", "Token": [{"Ref": "topic"}], "List": [1]
  })"));
}

TEST(Lazy, MayKeepWhatItMakes) {
  App app;
  const Stack root(app, "root");
  Str kept;
  const Resource user(root, "user", "AWS::X::Y", Json::object({{"P", lazy([&] {
                                                                  if (!kept.isSet()) kept = "made";
                                                                  return kept;
                                                                })}}));
  const auto first = app.synth();
  EXPECT_EQ(first.stacks[0].templateBody, app.synth().stacks[0].templateBody);
  EXPECT_EQ(literal_string(kept), "made");
}

TEST(Inspect, FindsResourcesBelow) {
  App app;
  const Stack root(app, "root");
  const Construct group(root, "group");
  const Resource topic(group, "topic", "AWS::X::Topic");
  const NestedStack nested(group, "nested");
  const Resource queue(nested, "queue", "AWS::SQS::Queue");
  const Resource outside(root, "outside", "AWS::SQS::Queue");
  std::vector<std::string> types;
  for (const auto& resource : resources_in(group))
    types.emplace_back(resource.type());
  EXPECT_THAT(
      types, testing::ElementsAre("AWS::X::Topic", "AWS::CloudFormation::Stack", "AWS::SQS::Queue")
  );
  EXPECT_TRUE(Resource::from(topic).has_value());
  EXPECT_FALSE(Resource::from(group).has_value());
}

TEST(Inspect, RecordsErrorsOfConstructs) {
  App app;
  const Stack root(app, "root");
  add_error(root, "SomeError", "message", "help");
  expect_error(app, "SomeError", "root");
  EXPECT_NE(errors_of(app)[0].source.line(), 0U);
}

}  // namespace
}  // namespace amplify::cdk
