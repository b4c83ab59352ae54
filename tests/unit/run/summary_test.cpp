// SPDX-License-Identifier: Apache-2.0
#include "run/summary.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace amplify::detail {
namespace {

using ::testing::HasSubstr;

TEST(Summary, ShowsTheTreeOfStacksAndTotals) {
  const cdk::CloudAssembly assembly{
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
  EXPECT_EQ(
      summary(assembly, "out", std::chrono::microseconds(4321)),
      "amplify-app-ann-sandbox-0123456789  1 resource, 2 B: CloudFormation::Stack\n"
      "  data  3 resources, 2.3 kB: 2 AppSync::Resolver, DynamoDB::Table\n"
      "2 stacks, 4 resources, 1.5 kB in out, 4.3 ms\n"
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
