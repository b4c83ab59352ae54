// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/fn.hpp>

#include "support.hpp"

namespace amplify::cdk {
namespace {

TEST(Cycles, AreToldUseByUse) {
  App app;
  const Stack root(app, "root");
  Resource a(root, "a", "AWS::X::A");
  Resource b(root, "b", "AWS::X::A");
  const Resource c(
      root, "c", "AWS::X::A",
      Json::object({{"List", Json::array({Json::object({{"In", fn::concat({"x", a.ref()})}})})}})
  );
  a.setProperty("Arn", b.getAtt("Arn"));
  b.setProperty("Text", fn::sub("${c.Name}"));
  expect_error(app, "CyclicDependencyError", "root/a");
  const auto error = errors_of(app)[0];
  EXPECT_EQ(
      error.message,
      "root/a → root/b → root/c → root/a\n"
      "  root/a: `Arn` refers to `Arn` of root/b\n"
      "  root/b: `Text` refers to `Name` of root/c\n"
      "  root/c: `List.0.In` refers to root/a"
  );
  EXPECT_THAT(error.help, testing::HasSubstr("resource of its own"));
  EXPECT_NE(error.source.line(), 0U);
}

TEST(Cycles, OfOneResourceAreFound) {
  App app;
  const Stack root(app, "root");
  Resource a(root, "a", "AWS::X::A");
  a.setProperty("Self", a.ref());
  expect_error(app, "CyclicDependencyError", "root/a");
}

TEST(Cycles, ThroughADependencyAreBrokenThere) {
  App app;
  const Stack root(app, "root");
  Resource a(root, "a", "AWS::X::A");
  Resource b(root, "b", "AWS::X::A", Json::object({{"P", a.ref()}}));
  a.addDependency(b);
  const auto error = errors_of(app)[0];
  EXPECT_THAT(error.message, testing::HasSubstr("root/a depends on root/b (addDependency)"));
  EXPECT_EQ(error.help, "take out the dependency of root/a on root/b");
}

TEST(Cycles, BetweenSiblingsNameWhatCrosses) {
  App app;
  const Stack root(app, "root");
  const NestedStack left(root, "left");
  const NestedStack right(root, "right");
  const Resource one(left, "one", "AWS::X::A");
  const Resource two(right, "two", "AWS::X::A", Json::object({{"One", one.ref()}}));
  const Resource three(left, "three", "AWS::X::A", Json::object({{"Two", two.getAtt("Arn")}}));
  expect_error(app, "CyclicDependencyError", "root/left");
  const auto error = errors_of(app)[0];
  EXPECT_EQ(
      error.message,
      "root/left → root/right → root/left\n"
      "  root/left/three: `Two` refers to `Arn` of root/right/two\n"
      "  root/right/two: `One` refers to root/left/one"
  );
  EXPECT_EQ(
      error.help,
      "make root/left/three in the stack of root/right/two, or the other way round, so that nothing "
      "crosses here"
  );
}

TEST(Cycles, BetweenParentAndChildNameBoth) {
  App app;
  const Stack root(app, "root");
  Resource top(root, "top", "AWS::X::A");
  const NestedStack child(root, "child");
  const Resource inner(child, "inner", "AWS::X::A", Json::object({{"Top", top.ref()}}));
  top.setProperty("Inner", inner.ref());
  const auto error = errors_of(app)[0];
  EXPECT_EQ(error.code, "CyclicDependencyError");
  EXPECT_THAT(error.message, testing::HasSubstr("root/top: `Inner` refers to root/child/inner"));
  EXPECT_THAT(error.message, testing::HasSubstr("root/child/inner: `Top` refers to root/top"));
}

TEST(Cycles, ThroughGrandchildrenAreFoundOnce) {
  App app;
  const Stack root(app, "root");
  const NestedStack left(root, "left");
  const NestedStack deep(left, "deep");
  const NestedStack right(root, "right");
  const Resource one(deep, "one", "AWS::X::A");
  const Resource two(right, "two", "AWS::X::A", Json::object({{"One", one.ref()}}));
  Resource(deep, "three", "AWS::X::A", Json::object({{"Two", two.ref()}}));
  Resource(deep, "four", "AWS::X::A", Json::object({{"Two", two.ref()}}));
  expect_error(app, "CyclicDependencyError", "root/left");
}

TEST(Cycles, OfRootStacksAreFound) {
  App app;
  Stack one(app, "one");
  Stack two(app, "two");
  const Resource topic(one, "topic", "AWS::X::A");
  one.addDependency(two);
  two.addDependency(topic);
  expect_error(app, "CyclicDependencyError", "one");
  EXPECT_THAT(errors_of(app)[0].message, testing::HasSubstr("two depends on one/topic"));
}

TEST(Cycles, AreNotWhatIsMerelyUsedTwice) {
  App app;
  const Stack root(app, "root");
  const NestedStack left(root, "left");
  const NestedStack right(root, "right");
  const Resource top(root, "top", "AWS::X::A");
  const Resource one(left, "one", "AWS::X::A", Json::object({{"P", top.ref()}}));
  Resource(right, "two", "AWS::X::A", Json::object({{"P", top.ref()}, {"Q", one.ref()}}));
  Resource(root, "last", "AWS::X::A", Json::object({{"P", one.ref()}}));
  EXPECT_TRUE(errors_of(app).empty());
}

TEST(Cycles, ThroughDependenciesAreFound) {
  App app;
  const Stack root(app, "root");
  const NestedStack left(root, "left");
  NestedStack right(root, "right");
  const Resource b(right, "b", "AWS::X::B");
  user_of(left, b.ref());
  right.addDependency(left);
  expect_error(app, "CyclicDependencyError", "root/left");
}

TEST(Cycles, BetweenParentAndChildAreFound) {
  App app;
  const Stack root(app, "root");
  const NestedStack left(root, "left");
  const Resource topic(left, "topic", "AWS::SNS::Topic");
  user_of(left, user_of(root, topic.ref()).ref());
  expect_error(app, "CyclicDependencyError", "root/left");
}

TEST(Cycles, BetweenResourcesAreFound) {
  for (const bool plain : {false, true}) {
    App app;
    const Stack root(app, "root");
    Resource a(root, "a", "AWS::X::A");
    const Resource b(root, "b", "AWS::X::B", Json::object({{"P", a.ref()}}));
    const Resource c(root, "c", "AWS::X::C", Json::object({{"P", b.ref()}}));
    a.setProperty("P", plain ? fn::sub("x${AWS::Region}${c.Arn}") : c.ref());
    expect_error(app, "CyclicDependencyError", "root/a");
    EXPECT_THAT(
        errors_of(app)[0].message, testing::StartsWith("root/a → root/c → root/b → root/a\n")
    );
  }
}

TEST(Cycles, EveryOneIsReported) {
  App app;
  const Stack root(app, "root");
  for (const auto* id : {"a", "b"}) {
    Resource self(root, id, "AWS::X::A");
    self.setProperty("P", self.ref());
  }
  const auto errors = errors_of(app);
  ASSERT_EQ(errors.size(), 2U);
  EXPECT_THAT(errors[1].message, testing::StartsWith("root/b → root/b\n"));
}

}  // namespace
}  // namespace amplify::cdk
