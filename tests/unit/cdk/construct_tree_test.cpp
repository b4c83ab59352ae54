// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/asset.hpp>
#include <amplify/version.hpp>

#include "support.hpp"

namespace amplify::cdk {
namespace {

json info(const std::string& kind) {
  return {{"fqn", "amplify-cpp." + kind}, {"version", AMPLIFY_VERSION}};
}

TEST(ConstructTree, HasEveryConstructWithItsKind) {
  App app;
  const Stack stack(app, "stack");
  const Construct group(stack, "group");
  FileAsset::fromContent(group, "asset", "x", ".txt");
  const Parameter parameter(stack, "Stage");
  const Output output(stack, "Out", {.value = "x"});
  const auto assembly = app.synth();
  auto file = json::parse(file_of(assembly, "tree.json"));
  EXPECT_EQ(file["version"], "tree-0.1");
  EXPECT_EQ(
      file["tree"],
      (json{
          {"id", "App"},
          {"path", ""},
          {"constructInfo", info("App")},
          {"children",
           {{"stack",
             {
                 {"id", "stack"},
                 {"path", "stack"},
                 {"constructInfo", info("Stack")},
                 {"children",
                  {
                      {"group",
                       {
                           {"id", "group"},
                           {"path", "stack/group"},
                           {"constructInfo", info("Construct")},
                           {"children",
                            {{"asset",
                              {{"id", "asset"},
                               {"path", "stack/group/asset"},
                               {"constructInfo", info("FileAsset")}}}}},
                       }},
                      {"Out",
                       {{"id", "Out"}, {"path", "stack/Out"}, {"constructInfo", info("Output")}}},
                      {"Stage",
                       {{"id", "Stage"},
                        {"path", "stack/Stage"},
                        {"constructInfo", info("Parameter")}}},
                  }},
             }}}},
      })
  );
  EXPECT_EQ(
      json::parse(file_of(assembly, "manifest.json"))["artifacts"]["tree.json"],
      (json{{"type", "cdk:tree"}, {"properties", {{"file", "tree.json"}}}})
  );
}

TEST(ConstructTree, ShowsResourcesAsTheTemplateHasThem) {
  App app;
  Stack stack(app, "stack");
  stack.addTag("team", "a");
  Resource queue(stack, "queue", "AWS::SQS::Queue", Json::object({{"VisibilityTimeout", 30}}));
  queue.addPropertyOverride("VisibilityTimeout", 60);
  const NestedStack nested(stack, "nested");
  const Resource topic(nested, "topic", "AWS::SNS::Topic");
  const Output output(nested, "Queue", {.value = queue.ref()});
  const auto tree = json::parse(file_of(app.synth(), "tree.json"))["tree"]["children"]["stack"];
  EXPECT_EQ(
      tree["children"]["queue"]["attributes"],
      (json{
          {"aws:cdk:cloudformation:type", "AWS::SQS::Queue"},
          {"aws:cdk:cloudformation:props",
           {{"VisibilityTimeout", 60}, {"Tags", json::array({{{"Key", "team"}, {"Value", "a"}}})}}},
      })
  );
  EXPECT_EQ(
      tree["children"]["nested"]["children"]["topic"]["attributes"]["aws:cdk:cloudformation:type"],
      "AWS::SNS::Topic"
  );
  const auto& beside = tree["children"]["nested.NestedStack"];
  EXPECT_EQ(beside["path"], "stack/nested.NestedStack");
  const auto& resource = beside["children"]["nested.NestedStackResource"];
  EXPECT_EQ(resource["path"], "stack/nested.NestedStack/nested.NestedStackResource");
  EXPECT_TRUE(resource["attributes"]["aws:cdk:cloudformation:props"].contains("TemplateURL"));
}

TEST(ConstructTree, LeavesRoomForAStackOfItsName) {
  App app;
  const Stack stack(app, "Tree");
  EXPECT_EQ(
      json::parse(file_of(app.synth(), "manifest.json"))["artifacts"]["Tree"]["type"],
      "aws:cloudformation:stack"
  );
}

}  // namespace
}  // namespace amplify::cdk
