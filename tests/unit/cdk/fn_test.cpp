// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/fn.hpp>

#include "cdk/inspect.hpp"

#include <gtest/gtest.h>

namespace amplify::cdk {
namespace {

TEST(Fn, JoinsLiteralsAtOnce) {
  EXPECT_EQ(to_text(fn::join("-", {"a", "b"})), R"("a-b")");
  EXPECT_EQ(to_text(fn::join("-", {})), R"("")");
  EXPECT_EQ(to_text(fn::concat({"a", "b", "c"})), R"("abc")");
  EXPECT_EQ(
      to_text(fn::join("-", {"a", "b", aws::region(), "c", "d"})),
      R"({"Fn::Join":["-",["a-b",{"Ref":"AWS::Region"},"c-d"]]})"
  );
}

TEST(Fn, JoinOfOneTokenIsTheToken) {
  EXPECT_EQ(to_text(fn::concat({aws::region()})), R"({"Ref":"AWS::Region"})");
}

TEST(Fn, JoinKeepsEmptyParts) {
  EXPECT_EQ(
      to_text(fn::join("-", {"", aws::region(), ""})),
      R"({"Fn::Join":["-",["",{"Ref":"AWS::Region"},""]]})"
  );
}

TEST(Fn, JoinTakesInAnotherOfTheSameSeparator) {
  const auto inner = fn::join("-", {"b", aws::region()});
  EXPECT_EQ(
      to_text(fn::join("-", {"a", inner})), R"({"Fn::Join":["-",["a-b",{"Ref":"AWS::Region"}]]})"
  );
  EXPECT_EQ(
      to_text(fn::join("/", {"a", inner})),
      R"({"Fn::Join":["/",["a",{"Fn::Join":["-",["b",{"Ref":"AWS::Region"}]]}]]})"
  );
}

TEST(Fn, JoinsAListToken) {
  EXPECT_EQ(
      to_text(fn::join(",", fn::split("|", aws::stackName()))),
      R"({"Fn::Join":[",",{"Fn::Split":["|",{"Ref":"AWS::StackName"}]}]})"
  );
}

TEST(Fn, MakesTheIntrinsicFunctions) {
  EXPECT_EQ(to_text(fn::sub("x-${AWS::Region}")), R"({"Fn::Sub":"x-${AWS::Region}"})");
  EXPECT_EQ(to_text(fn::sub("x-${Id}", {{"Id", "y"}})), R"({"Fn::Sub":["x-${Id}",{"Id":"y"}]})");
  EXPECT_EQ(
      to_text(fn::select(1, fn::split("/", "a/b"))),
      R"({"Fn::Select":[1,{"Fn::Split":["/","a/b"]}]})"
  );
  EXPECT_EQ(to_text(fn::importValue("name")), R"({"Fn::ImportValue":"name"})");
  EXPECT_EQ(to_text(fn::ref("Id")), R"({"Ref":"Id"})");
  EXPECT_EQ(to_text(fn::getAtt("Id", "Arn")), R"({"Fn::GetAtt":["Id","Arn"]})");
}

TEST(Fn, KnowsThePseudoParameters) {
  EXPECT_EQ(to_text(aws::accountId()), R"({"Ref":"AWS::AccountId"})");
  EXPECT_EQ(to_text(aws::noValue()), R"({"Ref":"AWS::NoValue"})");
  EXPECT_EQ(to_text(aws::notificationArns()), R"({"Ref":"AWS::NotificationARNs"})");
  EXPECT_EQ(to_text(aws::partition()), R"({"Ref":"AWS::Partition"})");
  EXPECT_EQ(to_text(aws::stackId()), R"({"Ref":"AWS::StackId"})");
  EXPECT_EQ(to_text(aws::stackName()), R"({"Ref":"AWS::StackName"})");
  EXPECT_EQ(to_text(aws::urlSuffix()), R"({"Ref":"AWS::URLSuffix"})");
}

}  // namespace
}  // namespace amplify::cdk
