// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/aspects.hpp>

#include "support.hpp"

namespace amplify::cdk {
namespace {

using ::testing::ElementsAre;

TEST(Aspects, VisitAConstructAndAllBelow) {
  App app;
  const Stack root(app, "root");
  const Construct group(root, "group");
  const Resource inner(group, "inner", "AWS::X::A");
  const NestedStack nested(group, "nested");
  const Resource deep(nested, "deep", "AWS::X::A");
  const Resource outside(root, "outside", "AWS::X::A");
  std::vector<std::string> constructs;
  std::vector<std::string> types;
  Aspects::of(group).add([&](const Construct& construct) { constructs.push_back(construct.path()); }
  );
  Aspects::of(group).add([&](const Resource& resource) { types.emplace_back(resource.type()); });
  app.synth();
  EXPECT_THAT(
      constructs,
      ElementsAre(
          "root/group", "root/group/inner", "root/group/nested",
          "root/group/nested.NestedStack/nested.NestedStackResource", "root/group/nested/deep"
      )
  );
  EXPECT_THAT(types, ElementsAre("AWS::X::A", "AWS::CloudFormation::Stack", "AWS::X::A"));
}

TEST(Aspects, ChangeResources) {
  App app;
  const Stack root(app, "root");
  const NestedStack nested(root, "nested");
  const Resource role(nested, "role", "AWS::X::Role");
  const Resource queue(nested, "queue", "AWS::SQS::Queue");
  Aspects::of(root).add([](Resource resource) {
    if (resource.type() == "AWS::X::Role") resource.setProperty("PermissionsBoundary", "b");
  });
  const auto stack = template_of(app, "root/nested");
  EXPECT_EQ(properties_of(stack, "AWS::X::Role"), (json{{"PermissionsBoundary", "b"}}));
  EXPECT_EQ(properties_of(stack, "AWS::SQS::Queue"), json::object());
}

TEST(Aspects, ComeByPriorityThenFromOutsideIn) {
  App app;
  const Stack root(app, "root");
  const Resource queue(root, "queue", "AWS::SQS::Queue");
  std::string order;
  const auto note = [&order](char name) {
    return [&order, name](const Resource&) { order += name; };
  };
  Aspects::of(root).add(note('e'), {.priority = AspectPriority::readonly});
  Aspects::of(queue).add(note('d'));
  Aspects::of(root).add(note('b'));
  Aspects::of(root).add(note('c'));
  Aspects::of(queue).add(note('a'), {.priority = AspectPriority::mutating});
  app.synth();
  EXPECT_EQ(order, "abcde");
}

TEST(Aspects, VisitWhatAspectsAdd) {
  App app;
  const Stack root(app, "root");
  const Resource queue(root, "queue", "AWS::SQS::Queue");
  std::vector<std::string> seen;
  Aspects::of(root).add(
      [&](const Resource& resource) { seen.emplace_back(resource.id()); },
      {.priority = AspectPriority::mutating}
  );
  Aspects::of(root).add([](const Resource& resource) {
    if (resource.type() != "AWS::SQS::Queue") return;
    Resource(resource.scope(), "alarm", "AWS::CloudWatch::Alarm");
    Aspects::of(resource.scope()).add([](Resource each) { each.addMetadata("late", each.type()); });
  });
  const auto first = app.synth();
  EXPECT_THAT(seen, ElementsAre("queue", "alarm"));
  const auto resources = template_of(first, "root")["Resources"];
  EXPECT_EQ(resources["alarm"]["Metadata"], (json{{"late", "AWS::CloudWatch::Alarm"}}));
  EXPECT_EQ(resources["queue"]["Metadata"], (json{{"late", "AWS::SQS::Queue"}}));
  // Each once, however often the app is synthesized.
  EXPECT_EQ(app.synth().stacks[0].templateBody, first.stacks[0].templateBody);
}

TEST(Aspects, MustComeToAnEnd) {
  App app;
  const Stack root(app, "root");
  const Resource first(root, "r", "AWS::X::A");
  Aspects::of(root).add([](const Resource& resource) {
    Resource(resource.scope(), "x" + std::string(resource.id()), "AWS::X::A");
  });
  EXPECT_EQ(errors_of(app).at(0).code, "EndlessAspectError");
}

}  // namespace
}  // namespace amplify::cdk
