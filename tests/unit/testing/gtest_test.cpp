// SPDX-License-Identifier: Apache-2.0
#include <amplify/testing/gtest.hpp>

#include "support.hpp"

#include <gtest/gtest-spi.h>

namespace amplify::assertions {
namespace {

using ::testing::Not;
using ::testing::PrintToString;

const Template& bars() {
  static const Template value = Template::fromString(R"({
    "Parameters": {"P": {"Type": "String"}},
    "Mappings": {"M": {"a": {"b": "c"}}},
    "Conditions": {"C": {"Fn::Equals": ["a", "b"]}},
    "Resources": {"B": {"Type": "Foo::Bar", "Properties": {"Baz": 5}}},
    "Outputs": {"O": {"Value": "v"}}
  })");
  return value;
}

TEST(Gtest, has_matchers_for_templates) {
  EXPECT_THAT(bars(), HasResource("Foo::Bar"));
  EXPECT_THAT(bars(), HasResource("Foo::Bar", {{"Properties", {{"Baz", 5}}}}));
  EXPECT_THAT(bars(), HasResourceProperties("Foo::Bar", {{"Baz", 5}}));
  EXPECT_THAT(bars(), Not(HasResourceProperties("Foo::Bar", {{"Baz", 6}})));
  EXPECT_THAT(bars(), ResourceCountIs("Foo::Bar", 1));
  EXPECT_THAT(bars(), HasOutput("O", {{"Value", "v"}}));
  EXPECT_THAT(bars(), HasParameter("P", {{"Type", "String"}}));
  EXPECT_THAT(bars(), HasMapping("M"));
  EXPECT_THAT(bars(), Not(HasMapping("N")));
  EXPECT_THAT(bars(), HasCondition("C"));
  EXPECT_THAT(bars(), TemplateMatches({{"Outputs", {{"O", {{"Value", "v"}}}}}}));
}

TEST(Gtest, explains_what_does_not_match) {
  EXPECT_NONFATAL_FAILURE(
      EXPECT_THAT(bars(), HasResourceProperties("Foo::Bar", {{"Baz", 6}})),
      "Expected: has Foo::Bar like objectLike({\"Baz\": 6})"
  );
  EXPECT_NONFATAL_FAILURE(
      EXPECT_THAT(bars(), HasResourceProperties("Foo::Bar", {{"Baz", 6}})),
      ", template: Foo::Bar is not as expected.\n\nB, 1 difference:\n"
  );
  EXPECT_NONFATAL_FAILURE(
      EXPECT_THAT(bars(), HasResourceProperties("Foo::Bar", {{"Baz", 6}})), "← expected 6"
  );
  EXPECT_NONFATAL_FAILURE(
      EXPECT_THAT(bars(), Not(HasOutput("O"))), "Expected: has no output O like objectLike({})"
  );
}

TEST(Gtest, prints_values) {
  EXPECT_EQ(PrintToString(bars().findOutputs("O")["O"]), "{\n  \"Value\": \"v\"\n}");
  EXPECT_EQ(PrintToString(bars()), "template with Foo::Bar");
  EXPECT_EQ(PrintToString(Template::fromString("{}")), "template with no resources");
  EXPECT_EQ(PrintToString(Match::arrayWith({"a", 1})), R"(arrayWith(["a", 1]))");
}

}  // namespace
}  // namespace amplify::assertions
