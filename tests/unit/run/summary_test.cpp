// SPDX-License-Identifier: Apache-2.0
#include "run/summary.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace amplify::detail {
namespace {

using ::testing::HasSubstr;

cdk::CloudAssembly two_stacks() {
  return {
      .files = {{.path = "a", .content = std::string(1500, ' ')}, {.path = "b", .content = "xy"}},
      .stacks =
          {
              {.path = "backend",
               .templateFile = "amplify-app-ann-sandbox-0123456789.template.json",
               .templateBody = "{}",
               .resourceTypes = {"AWS::CloudFormation::Stack"}},
              {.path = "backend/data",
               .templateBody = std::string(2345, ' '),
               .resourceTypes =
                   {"AWS::AppSync::Resolver", "AWS::AppSync::Resolver", "AWS::DynamoDB::Table"},
               .nested = true},
          }
  };
}

TEST(Summary, ShowsTheTreeOfStacksAndTotals) {
  EXPECT_EQ(
      summary(two_stacks(), "out", std::chrono::microseconds(4321)),
      "amplify-app-ann-sandbox-0123456789  1 resource, 2 B: CloudFormation::Stack\n"
      "  data  3 resources, 2.3 kB: 2 AppSync::Resolver, DynamoDB::Table\n"
      "2 stacks, 4 resources, 1.5 kB in out, 4.3 ms\n"
  );
}

TEST(Summary, IsJsonForPrograms) {
  const auto json =
      nlohmann::json::parse(json_summary(two_stacks(), "out", std::chrono::microseconds(4321)));
  EXPECT_EQ(json["output"], "out");
  EXPECT_EQ(json["resources"], 4);
  EXPECT_EQ(json["bytes"], 1502);
  EXPECT_EQ(json["milliseconds"], 4.321);
  ASSERT_EQ(json["stacks"].size(), 2U);
  EXPECT_EQ(json["stacks"][0]["name"], "amplify-app-ann-sandbox-0123456789");
  EXPECT_EQ(
      json["stacks"][1],
      (nlohmann::json{
          {"name", "data"},
          {"path", "backend/data"},
          {"nested", true},
          {"templateFile", ""},
          {"bytes", 2345},
          {"resources", {{"AWS::AppSync::Resolver", 2}, {"AWS::DynamoDB::Table", 1}}}
      })
  );
}

TEST(Summary, CutsLongTrees) {
  cdk::CloudAssembly assembly;
  for (int i = 0; i < 25; ++i)
    assembly.stacks.push_back({.path = "stack" + std::to_string(i), .nested = true});
  const std::string text = summary(assembly, "out", {});
  EXPECT_THAT(text, HasSubstr("stack19"));
  EXPECT_THAT(text, Not(HasSubstr("stack20")));
  EXPECT_THAT(text, HasSubstr("and 5 more stacks"));
}

}  // namespace
}  // namespace amplify::detail
