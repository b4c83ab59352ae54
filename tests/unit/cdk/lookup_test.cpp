// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/lookup.hpp>

#include "support.hpp"

#include "cdk/inspect.hpp"

namespace amplify::cdk {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct Lookup : testing::Test {
  App app{};
  Stack stack{app, "stack", {.env = {.account = "123456789012", .region = "eu-west-1"}}};

  json missing() const { return json::parse(file_of(app.synth(), "manifest.json"))["missing"]; }
};

TEST_F(Lookup, SaysWhatIsMissing) {
  EXPECT_THAT(lookup::availabilityZones(stack), ElementsAre("dummy1a", "dummy1b", "dummy1c"));
  lookup::availabilityZones(stack);
  EXPECT_EQ(
      missing(), (json::array({{
                     {"key", "availability-zones:account=123456789012:region=eu-west-1"},
                     {"provider", "availability-zones"},
                     {"props",
                      {
                          {"account", "123456789012"},
                          {"region", "eu-west-1"},
                          {"dummyValue", {"dummy1a", "dummy1b", "dummy1c"}},
                          {"lookupRoleArn",
                           "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/"
                           "cdk-hnb659fds-lookup-role-${AWS::AccountId}-${AWS::Region}"},
                      }},
                 }}))
  );
}

TEST_F(Lookup, TakesAnswersFromTheContext) {
  const std::string here = "account=123456789012:";
  app.setContext("availability-zones:" + here + "region=eu-west-1", Json::array({"a", "b"}));
  app.setContext("ssm:" + here + "parameterName=/a$:b:region=eu-west-1", "text");
  app.setContext(
      "ami:" + here +
          "filters.architecture.0=arm64:filters.image-type.0=machine:filters.name.0=al*:"
          "filters.state.0=available:owners.0=amazon:region=eu-west-1",
      "ami-1"
  );
  app.setContext(
      "hosted-zone:" + here + "domainName=example.com:region=eu-west-1",
      Json::object({{"Id", "/hostedzone/Z1"}, {"Name", "example.com."}})
  );
  app.setContext(
      "vpc-provider:" + here +
          "filter.isDefault=true:filter.tag:team=a:region=us-east-1:returnAsymmetricSubnets=true",
      Json::parse(R"({"vpcId":"vpc-1","vpcCidrBlock":"10.0.0.0/16","availabilityZones":[],
        "subnetGroups":[
          {"name":"Public","type":"Public","subnets":[
            {"subnetId":"s-1","availabilityZone":"a","routeTableId":"r-1","cidr":"10.0.0.0/24"}]},
          {"name":"Isolated","type":"Isolated","subnets":[
            {"subnetId":"s-2","availabilityZone":"a","routeTableId":"r-2"}]}]})")
  );

  EXPECT_THAT(lookup::availabilityZones(stack), ElementsAre("a", "b"));
  EXPECT_EQ(lookup::ssmParameter(stack, "/a:b"), "text");
  EXPECT_EQ(
      lookup::ami(
          stack, {.name = "al*",
                  .owners = {"amazon"},
                  .filters = {{.name = "architecture", .values = {"arm64"}}}}
      ),
      "ami-1"
  );
  const auto zone = lookup::hostedZone(stack, {.domainName = "example.com"});
  EXPECT_EQ(zone.hostedZoneId, "Z1");
  EXPECT_EQ(zone.zoneName, "example.com");
  const auto vpc = lookup::vpc(
      stack, {.isDefault = true, .tags = {{.key = "team", .value = "a"}}, .region = "us-east-1"}
  );
  EXPECT_EQ(vpc.vpcId, "vpc-1");
  EXPECT_EQ(vpc.vpcCidrBlock, "10.0.0.0/16");
  EXPECT_EQ(vpc.subnetGroups.at(0).subnets.at(0).cidr, "10.0.0.0/24");
  EXPECT_EQ(vpc.subnetGroups.at(1).subnets.at(0).routeTableId, "r-2");
  EXPECT_EQ(to_text(vpc.subnetIds(lookup::SubnetType::public_)), R"(["s-1"])");
  EXPECT_EQ(to_text(vpc.subnetIds(lookup::SubnetType::private_)), "[]");
  EXPECT_EQ(to_text(vpc.subnetIds(lookup::SubnetType::isolated)), R"(["s-2"])");
  EXPECT_EQ(missing(), json());
}

TEST_F(Lookup, GivesPlaceholdersOfTheSameShape) {
  EXPECT_EQ(lookup::ssmParameter(stack, "/name"), "dummy-value-for-/name");
  EXPECT_EQ(lookup::ssmParameter(stack, "/other", "fallback"), "fallback");
  EXPECT_EQ(lookup::ami(stack, {.name = "al*"}), "ami-1234");
  EXPECT_EQ(lookup::hostedZone(stack, {.domainName = "example.com"}).zoneName, "example.com");
  const auto vpc = lookup::vpc(stack, {.vpcName = "main"});
  EXPECT_EQ(vpc.vpcId, "vpc-12345");
  EXPECT_EQ(to_text(vpc.subnetIds(lookup::SubnetType::public_)), R"(["s-12345","s-67890"])");
  EXPECT_EQ(missing().size(), 5U);
}

TEST_F(Lookup, InANestedStackIsOfTheRootsEnvironment) {
  const NestedStack nested(stack, "nested");
  lookup::availabilityZones(nested);
  EXPECT_EQ(missing()[0]["props"]["region"], "eu-west-1");
}

TEST_F(Lookup, NeedsAnEnvironment) {
  Stack other(app, "other", {.env = {.account = "123456789012"}});
  const auto line = std::source_location::current().line() + 1;
  EXPECT_EQ(lookup::ssmParameter(other, "/name"), "dummy-value-for-/name");
  expect_error(app, "UnknownEnvironmentError", "other");
  EXPECT_EQ(errors_of(app)[0].source.line(), line);
}

TEST_F(Lookup, NeedsAQuestion) {
  EXPECT_EQ(lookup::hostedZone(stack, {}).hostedZoneId, "DUMMY");
  expect_error(app, "InvalidLookupError", "stack");
}

TEST_F(Lookup, TellsOfAFailure) {
  app.setContext(
      "ssm:account=123456789012:parameterName=/name:region=eu-west-1",
      Json::object({{"$providerError", "SSM parameter not available"}, {"$dontSaveContext", true}})
  );
  EXPECT_EQ(lookup::ssmParameter(stack, "/name"), "dummy-value-for-/name");
  expect_error(app, "ContextLookupError", "stack");
  EXPECT_THAT(errors_of(app)[0].message, HasSubstr("SSM parameter not available"));
}

TEST_F(Lookup, RefusesAnAnswerOfAnotherShape) {
  app.setContext("availability-zones:account=123456789012:region=eu-west-1", "a");
  EXPECT_EQ(lookup::availabilityZones(stack).size(), 3U);
  expect_error(app, "InvalidContextError", "stack");
  EXPECT_THAT(errors_of(app)[0].help, HasSubstr("cdk context --reset"));
}

}  // namespace
}  // namespace amplify::cdk
