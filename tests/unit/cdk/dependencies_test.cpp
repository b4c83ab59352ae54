// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/fn.hpp>

#include "support.hpp"

namespace amplify::cdk {
namespace {

json depends_on(const App& app, std::string_view stack, const std::string& id) {
  auto result = template_of(app, stack);
  return result["Resources"][id].value("DependsOn", json());
}

TEST(Dependencies, HoldForAllResourcesOfBothSides) {
  App app;
  const Stack root(app, "root");
  Construct waiting(root, "waiting");
  const Construct awaited(root, "awaited");
  Resource(waiting, "a", "AWS::X::A").overrideLogicalId("a");
  Resource(waiting, "b", "AWS::X::A").overrideLogicalId("b");
  Resource(awaited, "d", "AWS::X::A").overrideLogicalId("d");
  Resource(awaited, "c", "AWS::X::A").overrideLogicalId("c");
  waiting.addDependency(awaited);
  EXPECT_EQ(depends_on(app, "root", "a"), (json{"c", "d"}));
  EXPECT_EQ(depends_on(app, "root", "b"), (json{"c", "d"}));
  EXPECT_EQ(depends_on(app, "root", "c"), json());
}

TEST(Dependencies, AreNotRepeated) {
  App app;
  const Stack root(app, "root");
  Resource a(root, "a", "AWS::X::A");
  const Resource b(root, "b", "AWS::X::A");
  a.addDependency(b);
  a.addDependency(b);
  EXPECT_EQ(depends_on(app, "root", "a"), (json{"b"}));
}

TEST(Dependencies, AreLeftOutWhenThePropertiesImplyThem) {
  App app;
  const Stack root(app, "root");
  const Resource by_ref(root, "byRef", "AWS::X::A");
  const Resource by_attribute(root, "byAttribute", "AWS::X::A");
  const Resource by_text(root, "byText", "AWS::X::A");
  const Resource by_id(root, "byId", "AWS::X::A");
  const Resource other(root, "other", "AWS::X::A");
  Resource user(
      root, "user", "AWS::X::A",
      Json::object({
          {"A", Json::array({by_ref.ref(), by_attribute.getAtt("Arn")})},
          {"B", fn::sub("${byText.Arn}")},
          {"C", fn::getAtt("byId", "Arn")},
      })
  );
  user.addDependency(root.children()[0]);
  for (const auto& awaited : {by_ref, by_attribute, by_text, by_id, other}) {
    user.addDependency(awaited);
  }
  EXPECT_EQ(depends_on(app, "root", "user"), (json{"other"}));
}

TEST(Dependencies, StayWhenOnlyTheMetadataRefers) {
  App app;
  const Stack root(app, "root");
  const Resource other(root, "other", "AWS::X::A");
  Resource user(root, "user", "AWS::X::A");
  user.addMetadata("other", other.ref());
  user.addDependency(other);
  EXPECT_EQ(depends_on(app, "root", "user"), (json{"other"}));
}

struct Stacks : testing::Test {
  App app;
  Stack root{app, "root"};
  Resource top{root, "top", "AWS::X::A"};
  NestedStack left{root, "left"};
  NestedStack right{root, "right"};
  NestedStack inner{right, "inner"};
  Resource left_resource{left, "resource", "AWS::X::A"};
  Resource inner_resource{inner, "resource", "AWS::X::A"};

  Stacks() {
    left.nestedStackResource().overrideLogicalId("left");
    right.nestedStackResource().overrideLogicalId("right");
  }
};

TEST_F(Stacks, WaitForEachOther) {
  left.addDependency(right);
  EXPECT_EQ(depends_on(app, "root", "left"), (json{"right"}));
}

TEST_F(Stacks, WaitWhenTheirResourcesDo) {
  inner_resource.addDependency(left_resource);
  EXPECT_EQ(depends_on(app, "root", "right"), (json{"left"}));
  EXPECT_EQ(depends_on(app, "root/right/inner", "resource"), json());
}

TEST_F(Stacks, WaitForResourcesOfTheParent) {
  inner_resource.addDependency(top);
  EXPECT_EQ(depends_on(app, "root", "right"), (json{"top"}));
}

TEST_F(Stacks, AreAwaitedByResourcesOfTheParent) {
  top.addDependency(inner_resource);
  EXPECT_EQ(depends_on(app, "root", "top"), (json{"right"}));
}

TEST_F(Stacks, WaitThroughTheirResourceToo) {
  left.nestedStackResource().addDependency(top);
  EXPECT_EQ(depends_on(app, "root", "left"), (json{"top"}));
}

TEST_F(Stacks, NeedNoDependencyWhenAReferenceImpliesIt) {
  inner_resource.setProperty("P", left_resource.ref());
  inner_resource.addDependency(left_resource);
  EXPECT_EQ(depends_on(app, "root", "right"), json());
}

TEST_F(Stacks, CannotWaitForWhatContainsThem) {
  inner_resource.addDependency(root);
  const auto errors = errors_of(app);
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].code, "CyclicDependencyError");
}

TEST(Dependencies, BetweenRootStacksAreTheManifests) {
  App app;
  const Stack one(app, "one");
  const Stack two(app, "two");
  Resource a(one, "a", "AWS::X::A");
  const Resource b(two, "b", "AWS::X::A");
  a.addDependency(b);
  auto manifest = json::parse(file_of(app.synth(), "manifest.json"));
  EXPECT_EQ(manifest["artifacts"]["one"]["dependencies"], (json{"one.assets", "two"}));
  EXPECT_EQ(depends_on(app, "one", "a"), json());
}

TEST(Dependencies, DoNotReachAnotherApp) {
  App other;
  const Stack one(other, "one");
  App app;
  Stack two(app, "two");
  two.addDependency(one);
  expect_error(app, "CrossStackReferenceError", "two");
}

}  // namespace
}  // namespace amplify::cdk
