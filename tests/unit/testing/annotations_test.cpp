// SPDX-License-Identifier: Apache-2.0
// Annotations and tags of stacks.
#include <amplify/cdk/app.hpp>
#include <amplify/error.hpp>
#include <amplify/testing/annotations.hpp>
#include <amplify/testing/tags.hpp>

#include "support.hpp"

namespace amplify::assertions {
namespace {

using ::testing::HasSubstr;

class AnnotationsTest : public ::testing::Test {
 protected:
  cdk::App app;
  cdk::Stack stack{app, "S"};
  cdk::Stack other{app, "Other"};
  cdk::Resource one{stack, "Q", "Foo::Bar"};
  cdk::Resource two{stack, "Q", "Foo::Bar"};
};

TEST_F(AnnotationsTest, have_errors) {
  const auto annotations = Annotations::fromStack(stack);
  annotations.hasError("/S/Q", "DuplicateConstructError");
  annotations.hasError("S/Q", Match::stringLikeRegexp("child|has"));
  annotations.hasError("*", Match::anyValue());
  annotations.hasNoError("S/R", Match::anyValue());
  annotations.hasNoError("S/Q", "another");
  const auto found = annotations.findError("S/Q", Match::anyValue());
  ASSERT_EQ(found.size(), 1U);
  annotations.hasError("S/Q", found[0].message);
}

TEST_F(AnnotationsTest, are_those_of_the_stack) {
  Annotations::fromStack(other).hasNoError("*", Match::anyValue());
  EXPECT_THAT(
      report_of([&] { Annotations::fromStack(other).hasError("*", "x"); }),
      HasSubstr("there are none")
  );
  Annotations::fromApp(app).hasError("S/Q", "DuplicateConstructError");
}

TEST_F(AnnotationsTest, report_what_there_is) {
  const auto annotations = Annotations::fromStack(stack);
  EXPECT_THAT(
      report_of([&] { annotations.hasError("S/R", "x"); }),
      HasSubstr("no error \"x\" at S/R; there are:\n  [DuplicateConstructError] S/Q")
  );
  EXPECT_THAT(
      report_of([&] { annotations.hasNoError("*", Match::anyValue()); }),
      HasSubstr("expected no such error; there are:\n  [Dup")
  );
}

TEST_F(AnnotationsTest, tell_levels_apart) {
  const auto annotations = Annotations::fromStack(stack);
  annotations.hasNoWarning("*", Match::anyValue());
  annotations.hasNoInfo("*", Match::anyValue());
  EXPECT_THAT(
      report_of([&] { annotations.hasWarning("*", Match::anyValue()); }), HasSubstr("no warning")
  );
  EXPECT_THAT(
      report_of([&] { annotations.hasInfo("*", Match::anyValue()); }), HasSubstr("no info")
  );
  EXPECT_TRUE(annotations.findWarning("*", Match::anyValue()).empty());
  EXPECT_TRUE(annotations.findInfo("*", Match::anyValue()).empty());
}

TEST(Tags, are_those_of_the_stack) {
  cdk::App app;
  cdk::Stack stack(app, "MyStack");
  stack.addTag("tag-name", "tag-value");
  const auto tags = Tags::fromStack(stack);
  tags.hasValues({{"tag-name", "tag-value"}});
  tags.hasValues({{"tag-name", Match::stringLikeRegexp("value")}});
  tags.hasValues(Match::objectEquals({{"tag-name", Match::anyValue()}}));
  EXPECT_EQ(tags.all(), (Match::exact({{"tag-name", "tag-value"}})));
  EXPECT_THAT(
      report_of([&] { tags.hasValues({{"tag-name", "x"}}); }), HasSubstr("← expected \"x\"")
  );
  report_of([&] { tags.hasNone(); });
}

TEST(Tags, may_be_none) {
  cdk::App app;
  const cdk::Stack stack(app, "MyStack");
  Tags::fromStack(stack).hasNone();
  EXPECT_THROW(Tags::fromStack(stack).hasValues(Match::absent()), UserError);
}

TEST(Tags, of_a_nested_stack_are_in_its_parent) {
  cdk::App app;
  const cdk::Stack stack(app, "MyStack");
  const cdk::NestedStack nested(stack, "N");
  EXPECT_THROW(Tags::fromStack(nested), UserError);
}

}  // namespace
}  // namespace amplify::assertions
