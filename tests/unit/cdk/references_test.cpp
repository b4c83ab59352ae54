// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/fn.hpp>

#include "cdk/digest.hpp"
#include "support.hpp"

#include <algorithm>
#include <cctype>

namespace amplify::cdk {
namespace {

json reference_to(std::string_view id) { return {{"Ref", id}}; }
json attribute(std::string_view id, std::string_view name) { return {{"Fn::GetAtt", {id, name}}}; }
json string_parameters(std::initializer_list<std::string> names) {
  auto parameters = json::object();
  for (const auto& name : names)
    parameters[name] = {{"Type", "String"}};
  return parameters;
}

std::string hash(std::string_view path) {
  auto text = md5_hex(path).substr(0, 8);
  std::ranges::transform(text, text.begin(), [](char c) {
    return static_cast<char>(std::toupper(c));
  });
  return text;
}

const std::string left_id = "left" + hash("left.NestedStack/left.NestedStackResource");
const std::string right_id = "right" + hash("right.NestedStack/right.NestedStackResource");

TEST(References, InOneStackStayThere) {
  App app;
  const Stack root(app, "root");
  const NestedStack left(root, "left");
  const Resource topic(left, "topic", "AWS::SNS::Topic");
  user_of(left, topic.ref());
  auto inner = template_of(app, "root/left");
  EXPECT_EQ(properties_of(inner, "AWS::X::User")["P"], reference_to("topic"));
  EXPECT_FALSE(inner.contains("Parameters"));
  EXPECT_FALSE(inner.contains("Outputs"));
}

TEST(References, FromParentToChildBecomeParameters) {
  App app;
  const Stack root(app, "root");
  const Resource topic(root, "topic", "AWS::SNS::Topic");
  const NestedStack left(root, "left");
  user_of(left, topic.getAtt("TopicName"));
  Resource(left, "other", "AWS::X::Other", Json::object({{"P", topic.ref()}}));
  auto outer = template_of(app, "root");
  EXPECT_EQ(
      outer["Resources"][left_id]["Properties"]["Parameters"],
      (json{
          {"referencetotopicTopicName", attribute("topic", "TopicName")},
          {"referencetotopicRef", reference_to("topic")},
      })
  );
  auto inner = template_of(app, "root/left");
  EXPECT_EQ(
      inner["Parameters"], string_parameters({"referencetotopicTopicName", "referencetotopicRef"})
  );
  EXPECT_EQ(properties_of(inner, "AWS::X::User")["P"], reference_to("referencetotopicTopicName"));
  EXPECT_EQ(properties_of(inner, "AWS::X::Other")["P"], reference_to("referencetotopicRef"));
}

TEST(References, FromChildToParentBecomeOutputs) {
  App app;
  const Stack root(app, "root");
  const NestedStack left(root, "left");
  const Resource topic(left, "topic", "AWS::SNS::Topic");
  user_of(root, topic.getAtt("Top.Arn"));
  const auto name = "lefttopic" + hash("left/topic") + "TopArn";
  EXPECT_EQ(
      properties_of(template_of(app, "root"), "AWS::X::User")["P"],
      attribute(left_id, "Outputs." + name)
  );
  EXPECT_EQ(
      template_of(app, "root/left")["Outputs"],
      (json{{name, {{"Value", attribute("topic", "Top.Arn")}}}})
  );
}

TEST(References, BetweenSiblingsGoThroughTheParent) {
  App app;
  const Stack root(app, "root");
  const NestedStack left(root, "left");
  const NestedStack right(root, "right");
  const Resource topic(left, "topic", "AWS::SNS::Topic");
  user_of(right, topic.ref());
  Resource(right, "again", "AWS::X::Again", Json::object({{"P", topic.ref()}}));
  const auto name = "lefttopic" + hash("left/topic") + "Ref";
  const auto assembly = app.synth();
  EXPECT_EQ(
      template_of(assembly, "root/left")["Outputs"],
      (json{{name, {{"Value", reference_to("topic")}}}})
  );
  EXPECT_EQ(
      template_of(assembly, "root")["Resources"][right_id]["Properties"]["Parameters"],
      (json{{"referenceto" + name, attribute(left_id, "Outputs." + name)}})
  );
  auto consumer = template_of(assembly, "root/right");
  EXPECT_EQ(consumer["Parameters"], string_parameters({"referenceto" + name}));
  EXPECT_EQ(properties_of(consumer, "AWS::X::User")["P"], reference_to("referenceto" + name));
  EXPECT_EQ(properties_of(consumer, "AWS::X::Again")["P"], reference_to("referenceto" + name));
}

TEST(References, GoThroughEveryLevel) {
  App app;
  const Stack root(app, "root");
  const NestedStack left(root, "left");
  const NestedStack left_inner(left, "inner");
  const NestedStack right(root, "right");
  const NestedStack right_inner(right, "inner");
  const Resource topic(left_inner, "topic", "AWS::SNS::Topic");
  user_of(right_inner, topic.ref());
  const auto inner_id = "inner" + hash("inner.NestedStack/inner.NestedStackResource");
  const auto name = "leftinnertopic" + hash("left/inner/topic") + "Ref";
  const auto assembly = app.synth();
  EXPECT_EQ(
      template_of(assembly, "root/left/inner")["Outputs"][name]["Value"], reference_to("topic")
  );
  EXPECT_EQ(
      template_of(assembly, "root/left")["Outputs"][name]["Value"],
      attribute(inner_id, "Outputs." + name)
  );
  EXPECT_EQ(
      template_of(assembly, "root")["Resources"][right_id]["Properties"]["Parameters"],
      (json{{"referenceto" + name, attribute(left_id, "Outputs." + name)}})
  );
  auto middle = template_of(assembly, "root/right");
  EXPECT_EQ(middle["Parameters"], string_parameters({"referenceto" + name}));
  EXPECT_EQ(
      middle["Resources"][inner_id]["Properties"]["Parameters"],
      (json{{"referenceto" + name, reference_to("referenceto" + name)}})
  );
  auto consumer = template_of(assembly, "root/right/inner");
  EXPECT_EQ(properties_of(consumer, "AWS::X::User")["P"], reference_to("referenceto" + name));
}

TEST(References, CrossInOutputsAndMetadataToo) {
  App app;
  const Stack root(app, "root");
  const NestedStack left(root, "left");
  const Resource topic(left, "topic", "AWS::SNS::Topic");
  const Output output(root, "topicName", {.value = fn::concat({"x", topic.getAtt("TopicName")})});
  Resource bucket(root, "bucket", "AWS::S3::Bucket");
  bucket.addMetadata("topic", topic.ref());
  const auto base = "lefttopic" + hash("left/topic");
  auto outer = template_of(app, "root");
  EXPECT_EQ(
      outer["Outputs"]["topicName"]["Value"],
      (json{{"Fn::Join", {"", {"x", attribute(left_id, "Outputs." + base + "TopicName")}}}})
  );
  EXPECT_EQ(
      outer["Resources"]["bucket"]["Metadata"]["topic"],
      attribute(left_id, "Outputs." + base + "Ref")
  );
  EXPECT_EQ(template_of(app, "root/left")["Outputs"].size(), 2U);
}

TEST(References, ToParametersCrossToo) {
  App app;
  const Stack root(app, "root");
  const Parameter parameter(root, "Size", {.type = "Number", .defaultValue = 3});
  const NestedStack left(root, "left");
  user_of(left, parameter.ref());
  EXPECT_EQ(
      template_of(app, "root")["Resources"][left_id]["Properties"]["Parameters"],
      (json{{"referencetoSizeRef", reference_to("Size")}})
  );
}

TEST(References, ToPseudoParametersStay) {
  App app;
  const Stack root(app, "root");
  const NestedStack left(root, "left");
  user_of(left, aws::region());
  EXPECT_FALSE(template_of(app, "root/left").contains("Parameters"));
}

TEST(References, KeepTheParametersOfTheNestedStackItself) {
  App app;
  const Stack root(app, "root");
  const Resource topic(root, "topic", "AWS::SNS::Topic");
  const NestedStack left(root, "left");
  const Parameter size(left, "Size");
  left.nestedStackResource().setProperty("Parameters", Json::object({{"Size", "3"}}));
  user_of(left, topic.ref());
  EXPECT_EQ(
      template_of(app, "root")["Resources"][left_id]["Properties"]["Parameters"],
      (json{{"Size", "3"}, {"referencetotopicRef", reference_to("topic")}})
  );
}

TEST(References, MayNotMeetANameOfTheUsers) {
  App app;
  const Stack root(app, "root");
  const Resource topic(root, "topic", "AWS::SNS::Topic");
  const NestedStack left(root, "left");
  const Parameter taken(left, "referencetotopicRef");
  user_of(left, topic.ref());
  expect_error(app, "LogicalIdClashError", "root/topic");
}

TEST(References, DoNotReachAnotherRoot) {
  App app;
  const Stack one(app, "one");
  const Stack two(app, "two");
  const Resource topic(one, "topic", "AWS::SNS::Topic");
  user_of(two, topic.ref());
  expect_error(app, "CrossStackReferenceError", "two/user");
  EXPECT_THAT(errors_of(app)[0].message, testing::HasSubstr("one/topic"));
}

TEST(References, DoNotReachAnotherApp) {
  App other;
  const Stack one(other, "one");
  const Resource topic(one, "topic", "AWS::SNS::Topic");
  App app;
  const Stack two(app, "two");
  user_of(two, topic.ref());
  expect_error(app, "CrossStackReferenceError", "two/user");
}

}  // namespace
}  // namespace amplify::cdk
