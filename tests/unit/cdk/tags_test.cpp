// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/fn.hpp>

#include "support.hpp"

namespace amplify::cdk {
namespace {

json tag(std::string_view key, std::string_view value) { return {{"Key", key}, {"Value", value}}; }

TEST(Tags, ReachEverythingBelowAndTheInnerWins) {
  App app;
  Stack root(app, "root");
  root.addTag("team", "core");
  root.addTag("a", "outer");
  Construct group(root, "group");
  group.addTag("a", "inner");
  const Resource topic(group, "topic", "AWS::SNS::Topic");
  const Resource queue(root, "queue", "AWS::SQS::Queue");
  auto result = template_of(app, "root");
  EXPECT_EQ(
      properties_of(result, "AWS::SNS::Topic")["Tags"],
      (json{tag("a", "inner"), tag("team", "core")})
  );
  EXPECT_EQ(
      properties_of(result, "AWS::SQS::Queue")["Tags"],
      (json{tag("a", "outer"), tag("team", "core")})
  );
}

TEST(Tags, TakeThePropertyAndShapeOfTheType) {
  App app;
  Stack root(app, "root");
  allow_missing_properties(root);
  root.addTag("k", "v");
  for (const auto* type :
       {"AWS::Cognito::UserPool", "AWS::Cognito::IdentityPool", "AWS::SSM::Parameter",
        "AWS::Cognito::UserPoolClient", "AWS::Lambda::Permission", "Custom::Thing"}) {
    const Resource resource(root, std::string(type).substr(std::string(type).rfind(':') + 1), type);
  }
  auto result = template_of(app, "root");
  EXPECT_EQ(
      properties_of(result, "AWS::Cognito::UserPool"), (json{{"UserPoolTags", {{"k", "v"}}}})
  );
  EXPECT_EQ(
      properties_of(result, "AWS::Cognito::IdentityPool"),
      (json{{"IdentityPoolTags", json::array({tag("k", "v")})}})
  );
  EXPECT_EQ(properties_of(result, "AWS::SSM::Parameter"), (json{{"Tags", {{"k", "v"}}}}));
  for (const auto* type :
       {"AWS::Cognito::UserPoolClient", "AWS::Lambda::Permission", "Custom::Thing"})
    EXPECT_EQ(properties_of(result, type), json::object()) << type;
}

TEST(Tags, KnowEveryTypeThatThePeerTags) {
  App app;
  Stack root(app, "root");
  allow_missing_properties(root);
  root.addTag("k", "v");
  int count = 0;
  for (const auto* type :
       {"AWS::AppSync::GraphQLApi", "AWS::CloudFormation::Stack", "AWS::DynamoDB::Table",
        "AWS::Events::Rule", "AWS::IAM::Role", "AWS::Lambda::Function", "AWS::Logs::LogGroup",
        "AWS::S3::Bucket", "AWS::SNS::Topic", "AWS::SQS::Queue"}) {
    const Resource resource(root, "r" + std::to_string(count++), type);
  }
  auto result = template_of(app, "root");
  for (auto& resource : result["Resources"]) {
    EXPECT_EQ(resource["Properties"]["Tags"], json::array({tag("k", "v")})) << resource["Type"];
  }
}

TEST(Tags, OfAGroupReachItsMachines) {
  App app;
  Stack root(app, "root");
  root.addTag("k", "v");
  const Resource group(
      root, "group", "AWS::AutoScaling::AutoScalingGroup",
      Json::object({{"MaxSize", "1"}, {"MinSize", "1"}})
  );
  auto result = template_of(app, "root");
  EXPECT_EQ(
      properties_of(result, "AWS::AutoScaling::AutoScalingGroup")["Tags"],
      json::parse(R"([{"Key": "k", "PropagateAtLaunch": true, "Value": "v"}])")
  );
}

TEST(Tags, OfAResourceItselfWin) {
  App app;
  Stack root(app, "root");
  allow_missing_properties(root);
  root.addTag("a", "tag");
  root.addTag("c", "tag");
  const auto own = Json::array({
      Json::object({{"Key", "c"}, {"Value", "own"}}),
      Json::object({{"Key", "b"}, {"Value", aws::region()}}),
  });
  const Resource topic(root, "topic", "AWS::SNS::Topic", Json::object({{"Tags", own}}));
  const Resource parameter(
      root, "parameter", "AWS::SSM::Parameter",
      Json::object({{"Tags", Json::object({{"c", "own"}})}})
  );
  auto result = template_of(app, "root");
  EXPECT_EQ(
      properties_of(result, "AWS::SNS::Topic")["Tags"],
      (json{
          tag("a", "tag"),
          {{"Key", "b"}, {"Value", {{"Ref", "AWS::Region"}}}},
          tag("c", "own"),
      })
  );
  EXPECT_EQ(
      properties_of(result, "AWS::SSM::Parameter")["Tags"], (json{{"a", "tag"}, {"c", "own"}})
  );
}

TEST(Tags, AddNothingToAToken) {
  App app;
  Stack root(app, "root");
  allow_missing_properties(root);
  root.addTag("a", "b");
  for (const auto* type : {"AWS::SNS::Topic", "AWS::SSM::Parameter"}) {
    const Resource resource(
        root, std::string(type).substr(5, 3), type, Json::object({{"Tags", fn::ref("Tags")}})
    );
    EXPECT_EQ(properties_of(template_of(app, "root"), type)["Tags"], (json{{"Ref", "Tags"}}));
  }
}

TEST(Tags, OfAStackAreItsResourcesAndTheManifests) {
  App app;
  Stack root(app, "root");
  root.addTag("a", "root");
  NestedStack nested(root, "nested");
  nested.addTag("b", "nested");
  const Resource topic(nested, "topic", "AWS::SNS::Topic");
  const auto assembly = app.synth();
  const auto both = json{tag("a", "root"), tag("b", "nested")};
  EXPECT_EQ(
      properties_of(template_of(assembly, "root"), "AWS::CloudFormation::Stack")["Tags"], both
  );
  EXPECT_EQ(properties_of(template_of(assembly, "root/nested"), "AWS::SNS::Topic")["Tags"], both);
  auto manifest = json::parse(file_of(assembly, "manifest.json"));
  EXPECT_EQ(manifest["artifacts"]["root"]["properties"]["tags"], (json{{"a", "root"}}));
}

}  // namespace
}  // namespace amplify::cdk
