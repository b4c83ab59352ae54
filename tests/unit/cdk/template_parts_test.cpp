// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/mapping.hpp>
#include <amplify/cdk/rule.hpp>
#include <amplify/cfn/autoscaling.hpp>
#include <amplify/cfn/sqs.hpp>

#include "cdk/inspect.hpp"
#include "support.hpp"

namespace amplify::cdk {
namespace {

using testing::HasSubstr;

struct Parts : testing::Test {
  App app;
  Stack root{app, "root"};
  Parameter stage{root, "Stage", {.defaultValue = "dev", .allowedValues = {"dev", "prod"}}};

  Condition is_prod() { return {root, "IsProd", fn::conditionEquals(stage.ref(), "prod")}; }
  json result() { return template_of(app, "root"); }
};

TEST_F(Parts, FunctionsHaveTheirForm) {
  EXPECT_EQ(to_text(fn::base64("x")), R"({"Fn::Base64":"x"})");
  EXPECT_EQ(to_text(fn::cidr("10.0.0.0/16", 2)), R"({"Fn::Cidr":["10.0.0.0/16",2]})");
  EXPECT_EQ(to_text(fn::cidr("10.0.0.0/16", 2, 8)), R"({"Fn::Cidr":["10.0.0.0/16",2,8]})");
  EXPECT_EQ(to_text(fn::getAzs()), R"({"Fn::GetAZs":""})");
  EXPECT_EQ(to_text(fn::getAzs(aws::region())), R"({"Fn::GetAZs":{"Ref":"AWS::Region"}})");
  EXPECT_EQ(to_text(fn::findInMap("M", "a", "b")), R"({"Fn::FindInMap":["M","a","b"]})");
  EXPECT_EQ(
      to_text(fn::transform("AWS::Include", {{"Location", "s3://x"}})),
      R"({"Fn::Transform":{"Name":"AWS::Include","Parameters":{"Location":"s3://x"}}})"
  );
  EXPECT_EQ(to_text(fn::length({1, "b"})), R"({"Fn::Length":[1,"b"]})");
  EXPECT_EQ(to_text(fn::toJsonString(Json::object({{"a", 1}}))), R"({"Fn::ToJsonString":{"a":1}})");
  EXPECT_EQ(to_text(fn::conditionEquals(1, "b")), R"({"Fn::Equals":[1,"b"]})");
  const auto yes = fn::conditionEquals("a", "a");
  EXPECT_EQ(to_text(fn::conditionNot(yes)), R"({"Fn::Not":[{"Fn::Equals":["a","a"]}]})");
  EXPECT_EQ(
      to_text(fn::conditionOr(yes, yes)),
      R"({"Fn::Or":[{"Fn::Equals":["a","a"]},{"Fn::Equals":["a","a"]}]})"
  );
  EXPECT_EQ(to_text(fn::conditionContains({"a", "b"}, "a")), R"({"Fn::Contains":[["a","b"],"a"]})");
  EXPECT_EQ(
      to_text(fn::conditionEachMemberEquals({"a"}, "a")), R"({"Fn::EachMemberEquals":[["a"],"a"]})"
  );
  EXPECT_EQ(
      to_text(fn::conditionEachMemberIn(fn::refAll("AWS::EC2::VPC::Id"), {"a"})),
      R"({"Fn::EachMemberIn":[{"Fn::RefAll":"AWS::EC2::VPC::Id"},["a"]]})"
  );
  EXPECT_EQ(to_text(fn::valueOf("Vpc", "Tags.a")), R"({"Fn::ValueOf":["Vpc","Tags.a"]})");
  EXPECT_EQ(
      to_text(fn::valueOfAll("AWS::EC2::VPC::Id", "Tags.a")),
      R"({"Fn::ValueOfAll":["AWS::EC2::VPC::Id","Tags.a"]})"
  );
}

TEST_F(Parts, MoreThanTenConditionsAreNested) {
  const auto x = fn::conditionEquals(1, 1);
  const auto all = json::parse(to_text(fn::conditionAnd(x, x, x, x, x, x, x, x, x, x, x, x)));
  ASSERT_EQ(all["Fn::And"].size(), 3U);
  EXPECT_EQ(all["Fn::And"][0]["Fn::And"].size(), 10U);
}

TEST_F(Parts, ConditionsAreEntriesAndNames) {
  const auto prod = is_prod();
  const Condition fancy(root, "Fancy", fn::conditionAnd(prod, fn::conditionNot(prod)));
  const cfn::sqs::Queue queue{
      root,
      "queue",
      {.delaySeconds = fn::conditionIf(prod, 5, aws::noValue())},
      {.condition = fancy}
  };
  const Output output(root, "url", {.value = queue.ref(), .condition = fancy});
  auto made = result();
  EXPECT_EQ(made["Conditions"], json::parse(R"({
    "IsProd": {"Fn::Equals": [{"Ref": "Stage"}, "prod"]},
    "Fancy": {"Fn::And": [{"Condition": "IsProd"}, {"Fn::Not": [{"Condition": "IsProd"}]}]}
  })"));
  EXPECT_EQ(made["Resources"]["queue"], json::parse(R"({
    "Type": "AWS::SQS::Queue", "Condition": "Fancy",
    "Properties": {"DelaySeconds": {"Fn::If": ["IsProd", 5, {"Ref": "AWS::NoValue"}]}}
  })"));
  EXPECT_EQ(made["Outputs"]["url"]["Condition"], "Fancy");
}

TEST_F(Parts, ConditionsReferToNoResource) {
  const Resource topic(root, "topic", "AWS::SNS::Topic");
  const Condition late(root, "Late", fn::conditionEquals(topic.ref(), "x"));
  expect_error(app, "TokenNotAllowedError", "root/Late");
}

TEST_F(Parts, ConditionsNeedAnExpression) {
  const Condition empty(root, "Empty", {});
  expect_error(app, "MissingConditionError", "root/Empty");
}

TEST_F(Parts, ConditionsStayInTheirTemplate) {
  const NestedStack inner(root, "inner");
  const cfn::sqs::Queue queue{inner, "queue", {}, {.condition = is_prod()}};
  expect_error(app, "CrossStackReferenceError", "root/inner/queue");
  EXPECT_THAT(errors_of(app)[0].help, HasSubstr("root/inner"));
}

TEST_F(Parts, ConditionsReachParametersOfOtherStacks) {
  const NestedStack inner(root, "inner");
  const Condition prod(inner, "IsProd", fn::conditionEquals(stage.ref(), "prod"));
  const cfn::sqs::Queue queue{inner, "queue", {}, {.condition = prod}};
  EXPECT_EQ(
      template_of(app, "root/inner")["Conditions"]["IsProd"]["Fn::Equals"][0],
      (json{{"Ref", "referencetoStageRef"}})
  );
}

TEST_F(Parts, MappingsAreLookedUp) {
  const Mapping sizes(
      root, "Sizes",
      Json::object({{"dev", Json::object({{"delay", 1}})}, {"prod", Json::object({{"delay", 2}})}})
  );
  const cfn::sqs::Queue queue{
      root, "queue", {.delaySeconds = sizes.findInMap(stage.ref(), "delay")}
  };
  auto made = result();
  EXPECT_EQ(made["Mappings"]["Sizes"]["prod"]["delay"], 2);
  EXPECT_EQ(
      made["Resources"]["queue"]["Properties"]["DelaySeconds"],
      json::parse(R"({"Fn::FindInMap": ["Sizes", {"Ref": "Stage"}, "delay"]})")
  );
  EXPECT_FALSE(made.contains("Transform"));
}

TEST_F(Parts, ExtensionsOfTheLanguageAreAskedFor) {
  const Mapping sizes(root, "Sizes", Json::object({{"dev", Json::object({{"delay", 1}})}}));
  const cfn::sqs::Queue queue{
      root, "queue", {.delaySeconds = sizes.findInMap(stage.ref(), "delay", 3)}
  };
  root.addTransform("AWS::Serverless-2016-10-31");
  const NestedStack inner(root, "inner");
  const cfn::sqs::Queue other{inner, "other", {.delaySeconds = fn::length({1, 2})}};
  auto made = result();
  EXPECT_EQ(made["Transform"], (json{"AWS::LanguageExtensions", "AWS::Serverless-2016-10-31"}));
  EXPECT_EQ(
      made["Resources"]["queue"]["Properties"]["DelaySeconds"]["Fn::FindInMap"][3],
      (json{{"DefaultValue", 3}})
  );
  EXPECT_EQ(template_of(app, "root/inner")["Transform"], "AWS::LanguageExtensions");
}

TEST_F(Parts, MappingsAreTwoDeepAndLiteral) {
  const Mapping flat(root, "Flat", Json::object({{"a", 1}}));
  expect_error(app, "InvalidMappingError", "root/Flat");
  App other;
  const Stack stack(other, "root");
  const Mapping token(stack, "Token", Json::object({{"a", Json::object({{"b", aws::region()}})}}));
  expect_error(other, "TokenNotAllowedError", "root/Token");
  App third;
  const Stack last(third, "root");
  const Mapping deep(
      last, "Deep", Json::object({{"a", Json::object({{"b", Json::object({{"c", 1}})}})}})
  );
  expect_error(third, "InvalidMappingError", "root/Deep");
}

TEST_F(Parts, RulesCheckParameters) {
  const Rule rule(
      root, "Stages",
      {.ruleCondition = fn::conditionEquals(aws::region(), "eu-west-1"),
       .assertions =
           {{.assertion = fn::conditionContains({"dev"}, stage.ref()), .description = "no prod"}}}
  );
  auto made = result();
  EXPECT_EQ(made["Rules"]["Stages"], json::parse(R"({
    "RuleCondition": {"Fn::Equals": [{"Ref": "AWS::Region"}, "eu-west-1"]},
    "Assertions": [{
      "Assert": {"Fn::Contains": [["dev"], {"Ref": "Stage"}]}, "AssertDescription": "no prod"
    }]
  })"));
  EXPECT_TRUE(made["Rules"].contains("CheckBootstrapVersion"));
  const Rule empty(root, "Empty", {});
  expect_error(app, "MissingAssertionError", "root/Empty");
}

TEST_F(Parts, ParametersHaveConstraints) {
  const Parameter name(
      root, "Name",
      {.defaultValue = "app",
       .allowedPattern = "[a-z]+",
       .constraintDescription = "small letters",
       .minLength = 3,
       .maxLength = 8,
       .noEcho = true}
  );
  const Parameter size(
      root, "Size", {.type = "Number", .defaultValue = 2, .minValue = 1, .maxValue = 2.5}
  );
  auto made = result();
  EXPECT_EQ(made["Parameters"]["Name"], json::parse(R"({
    "Type": "String", "Default": "app", "AllowedPattern": "[a-z]+",
    "ConstraintDescription": "small letters", "MinLength": 3, "MaxLength": 8, "NoEcho": true
  })"));
  EXPECT_EQ(made["Parameters"]["Size"], json::parse(R"({
    "Type": "Number", "Default": 2, "MinValue": 1, "MaxValue": 2.5
  })"));
}

TEST(ParameterTypes, AreKnown) {
  for (const auto* type :
       {"String", "Number", "List<Number>", "CommaDelimitedList", "AWS::EC2::VPC::Id",
        "List<AWS::EC2::Subnet::Id>", "AWS::SSM::Parameter::Name",
        "AWS::SSM::Parameter::Value<String>", "AWS::SSM::Parameter::Value<List<String>>",
        "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>",
        "AWS::SSM::Parameter::Value<List<AWS::EC2::Subnet::Id>>"}) {
    App app;
    const Stack root(app, "root");
    const Parameter parameter(root, "P", {.type = type});
    EXPECT_TRUE(errors_of(app).empty()) << type;
  }
  for (const auto* type :
       {"", "string", "List<String>", "AWS::EC2::Vpc::Id", "AWS::SSM::Parameter::Value<Number>"}) {
    App app;
    const Stack root(app, "root");
    const Parameter parameter(root, "P", {.type = type});
    expect_error(app, "InvalidParameterTypeError", "root/P");
  }
}

TEST(ParameterConstraints, FitTypeAndDefault) {
  const ParameterProps faulty[] = {
      {.type = "Number", .minLength = 1},
      {.type = "Number", .allowedPattern = "a"},
      {.minValue = 1},
      {.minLength = 3, .maxLength = 2},
      {.type = "Number", .minValue = 3, .maxValue = 2},
      {.defaultValue = "ab", .minLength = 3},
      {.defaultValue = "abcd", .maxLength = 3},
      {.type = "Number", .defaultValue = 0, .minValue = 1},
      {.type = "Number", .defaultValue = 2.5, .maxValue = 1},
      {.defaultValue = "c", .allowedValues = {"a", "b"}},
      {.defaultValue = Json::array({"a"})},
  };
  for (const auto& props : faulty) {
    App app;
    const Stack root(app, "root");
    const Parameter parameter(root, "P", props);
    expect_error(app, "ParameterConstraintError", "root/P");
  }
}

TEST(ParameterConstraints, AreLiteral) {
  App app;
  const Stack root(app, "root");
  const Parameter one(root, "One", {.defaultValue = aws::region()});
  const Parameter two(root, "Two", {.allowedValues = {aws::region()}});
  const auto errors = errors_of(app);
  ASSERT_EQ(errors.size(), 2U);
  EXPECT_EQ(errors[0].code, "TokenNotAllowedError");
  EXPECT_EQ(errors[1].code, "TokenNotAllowedError");
}

TEST_F(Parts, ExportsHaveNamesOfTheirOwn) {
  const Output one(root, "one", {.value = "x", .exportName = fn::sub("${AWS::StackName}-x")});
  const Output two(root, "two", {.value = "x", .exportName = "shared:name-1"});
  EXPECT_EQ(
      result()["Outputs"]["one"]["Export"]["Name"], (json{{"Fn::Sub", "${AWS::StackName}-x"}})
  );
  const Stack other(app, "zother");
  const Output again(other, "again", {.value = "y", .exportName = "shared:name-1"});
  expect_error(app, "InvalidExportError", "zother/again");
  App third;
  const Stack last(third, "root");
  const Output spaces(last, "spaces", {.value = "y", .exportName = "with space"});
  expect_error(third, "InvalidExportError", "root/spaces");
}

TEST_F(Parts, ResourcesHaveAttributes) {
  const Resource topic(root, "topic", "AWS::X::Topic");
  const cfn::autoscaling::AutoScalingGroup group{
      root,
      "group",
      {.maxSize = "2", .minSize = "1"},
      {
          .deletionPolicy = DeletionPolicy::retainExceptOnCreate,
          .updateReplacePolicy = DeletionPolicy::snapshot,
          .condition = is_prod(),
          .creationPolicy =
              CreationPolicy{
                  .autoScalingCreationPolicy =
                      CreationPolicy::AutoScaling{.minSuccessfulInstancesPercent = 80},
                  .resourceSignal = CreationPolicy::ResourceSignal{.count = 2, .timeout = "PT5M"},
              },
          .updatePolicy =
              UpdatePolicy{
                  .autoScalingRollingUpdate =
                      UpdatePolicy::AutoScalingRollingUpdate{.maxBatchSize = 1}
              },
          .dependsOn = {topic},
          .metadata = Json::object({{"note", topic.ref()}}),
      }
  };
  const auto expected = json::parse(R"({
    "Type": "AWS::AutoScaling::AutoScalingGroup", "Condition": "IsProd",
    "Properties": {"MaxSize": "2", "MinSize": "1"},
    "DependsOn": ["topic"], "Metadata": {"note": {"Ref": "topic"}},
    "CreationPolicy": {
      "AutoScalingCreationPolicy": {"MinSuccessfulInstancesPercent": 80},
      "ResourceSignal": {"Count": 2, "Timeout": "PT5M"}
    },
    "UpdatePolicy": {"AutoScalingRollingUpdate": {"MaxBatchSize": 1}},
    "UpdateReplacePolicy": "Snapshot", "DeletionPolicy": "RetainExceptOnCreate"
  })");
  EXPECT_EQ(result()["Resources"]["group"], expected);
}

TEST_F(Parts, AnyResourceTakesOptions) {
  const Resource topic(root, "topic", "AWS::X::Topic");
  Resource raw(root, "raw", "AWS::X::Raw");
  raw.setOptions({.deletionPolicy = DeletionPolicy::retain, .metadata = Json::object({{"a", 1}})});
  raw.setOptions({.updatePolicy = UpdatePolicy{.useOnlineResharding = true}, .dependsOn = {topic}});
  EXPECT_EQ(result()["Resources"]["raw"], json::parse(R"({
    "Type": "AWS::X::Raw", "DependsOn": ["topic"], "Metadata": {"a": 1},
    "UpdatePolicy": {"UseOnlineResharding": true}, "DeletionPolicy": "Retain"
  })"));
  raw.setOptions({.metadata = Json::array({})});
  expect_error(app, "InvalidMetadataError", "root/raw");
}

TEST_F(Parts, NamesOfEachSectionAreItsOwn) {
  const auto prod = is_prod();
  const Construct group(root, "group");
  const Condition again(group, "IsProd", fn::conditionNot(prod));
  expect_error(app, "LogicalIdClashError", "root/group/IsProd");
  App other;
  const Stack stack(other, "root");
  const Condition dashed(stack, "is-prod", fn::conditionEquals(1, 1));
  const Rule reserved(stack, "CheckBootstrapVersion", {.assertions = {{.assertion = dashed}}});
  const auto errors = errors_of(other);
  ASSERT_EQ(errors.size(), 2U);
  EXPECT_EQ(errors[0].code, "LogicalIdClashError");
  EXPECT_EQ(errors[1].code, "InvalidLogicalIdError");
}

}  // namespace
}  // namespace amplify::cdk
