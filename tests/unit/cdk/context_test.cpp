// SPDX-License-Identifier: Apache-2.0
#include "support.hpp"

#include "../run/environment.hpp"

#include <fstream>

#include <unistd.h>

namespace amplify::cdk {
namespace {

using amplify::testing::Variable;

TEST(Context, IsWhatTheCliHandsOver) {
  const Variable json(
      "CDK_CONTEXT_JSON", R"({"stage":"prod","count":3,"on":true,"list":["a",{"b":null}]})"
  );
  App app;
  const Stack stack(app, "stack");
  EXPECT_EQ(app.context("stage"), "prod");
  EXPECT_EQ(stack.context("count"), "3");
  EXPECT_EQ(stack.context("on"), "true");
  EXPECT_EQ(stack.context("list"), R"(["a",{"b":null}])");
  EXPECT_EQ(stack.context("stag"), std::nullopt);
}

TEST(Context, ContinuesInAFile) {
  const auto path = ::testing::TempDir() + "cdk_context" + std::to_string(::getpid()) + ".json";
  std::ofstream(path) << R"({"large":")" << std::string(200'000, 'x') << R"(","small":"s"})";
  const Variable json("CDK_CONTEXT_JSON", R"({"stage":"prod"})");
  const Variable overflow("CONTEXT_OVERFLOW_LOCATION_ENV", path);
  const App app;
  EXPECT_EQ(app.context("stage"), "prod");
  EXPECT_EQ(app.context("small"), "s");
  EXPECT_EQ(app.context("large")->size(), 200'000U);
  std::remove(path.c_str());
}

TEST(Context, IsSetByTheAppFirst) {
  const Variable json("CDK_CONTEXT_JSON", R"({"stage":"prod"})");
  App app;
  app.setContext("stage", "dev");
  app.setContext("zones", Json::array({"a", "b"}));
  EXPECT_EQ(app.context("stage"), "dev");
  EXPECT_EQ(app.context("zones"), R"(["a","b"])");
}

TEST(Context, IsRefusedAtSynthesis) {
  const Variable json("CDK_CONTEXT_JSON", "[1]");
  App app;
  const Stack stack(app, "stack");
  EXPECT_EQ(app.context("stage"), std::nullopt);
  EXPECT_EQ(app.context("other"), std::nullopt);
  expect_error(app, "InvalidContextError", "CDK_CONTEXT_JSON");
}

TEST(Context, IsRefusedWhenNobodyAsksToo) {
  const Variable json("CDK_CONTEXT_JSON", "{");
  App app;
  const Stack stack(app, "stack");
  expect_error(app, "InvalidContextError", "CDK_CONTEXT_JSON");
}

TEST(Context, MayNestHoweverDeep) {
  const Variable json(
      "CDK_CONTEXT_JSON",
      R"({"deep":)" + std::string(10'000, '[') + std::string(10'000, ']') + R"(,"a":[[1]]})"
  );
  App app;
  const Stack stack(app, "stack");
  EXPECT_EQ(app.context("a"), "[[1]]");
  EXPECT_TRUE(errors_of(app).empty());
  EXPECT_EQ(app.context("deep"), std::nullopt);
  expect_error(app, "InvalidContextError", "deep");
}

TEST(Context, AsksForThePathsOfConstructs) {
  App app;
  Stack stack(app, "stack");
  const Construct group(stack, "group");
  Resource topic(group, "topic", "AWS::SNS::Topic");
  topic.overrideLogicalId("Topic");
  topic.addMetadata("note", "mine");
  const NestedStack nested(stack, "nested");
  nested.nestedStackResource().overrideLogicalId("Nested");
  EXPECT_EQ(template_of(app, "stack")["Resources"]["Topic"]["Metadata"], (json{{"note", "mine"}}));
  app.setContext("aws:cdk:enable-path-metadata", true);
  const auto resources = template_of(app, "stack")["Resources"];
  EXPECT_EQ(
      resources["Topic"]["Metadata"],
      (json{{"aws:cdk:path", "stack/group/topic"}, {"note", "mine"}})
  );
  EXPECT_EQ(
      resources["Nested"]["Metadata"]["aws:cdk:path"],
      "stack/nested.NestedStack/nested.NestedStackResource"
  );
}

}  // namespace
}  // namespace amplify::cdk
