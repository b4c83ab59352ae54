// SPDX-License-Identifier: Apache-2.0
#include "support.hpp"

namespace amplify::cdk {
namespace {

std::string policy_of(const App& app, std::string_view stack, std::string_view id) {
  auto result = template_of(app, stack);
  const auto& resource = result["Resources"].at(std::string(id));
  EXPECT_EQ(resource.value("DeletionPolicy", ""), resource.value("UpdateReplacePolicy", ""));
  return resource.value("DeletionPolicy", "");
}

struct Removal : testing::Test {
  App app;
  Stack root{app, "root"};
  NestedStack nested{root, "nested"};
  Resource bucket{nested, "bucket", "AWS::S3::Bucket"};
  Resource database{nested, "database", "AWS::RDS::DBInstance"};

  Removal() { nested.nestedStackResource().overrideLogicalId("nested"); }
};

TEST_F(Removal, IsLeftToCloudFormationByDefault) {
  EXPECT_EQ(policy_of(app, "root/nested", "bucket"), "");
  EXPECT_EQ(policy_of(app, "root", "nested"), "Delete");
}

TEST_F(Removal, ReachesEverythingBelow) {
  root.applyRemovalPolicy(RemovalPolicy::retain);
  EXPECT_EQ(policy_of(app, "root/nested", "bucket"), "Retain");
  EXPECT_EQ(policy_of(app, "root", "nested"), "Retain");
}

TEST_F(Removal, OfAnOuterConstructWins) {
  bucket.applyRemovalPolicy(RemovalPolicy::retain);
  EXPECT_EQ(policy_of(app, "root/nested", "bucket"), "Retain");
  root.applyRemovalPolicy(RemovalPolicy::destroy);
  EXPECT_EQ(policy_of(app, "root/nested", "bucket"), "Delete");
}

TEST_F(Removal, OfANestedStackIsThatOfItsContents) {
  nested.applyRemovalPolicy(RemovalPolicy::retain);
  EXPECT_EQ(policy_of(app, "root/nested", "bucket"), "Retain");
  EXPECT_EQ(policy_of(app, "root", "nested"), "Delete");
}

TEST_F(Removal, MakesSnapshots) {
  database.applyRemovalPolicy(RemovalPolicy::snapshot);
  EXPECT_EQ(policy_of(app, "root/nested", "database"), "Snapshot");
}

TEST_F(Removal, MakesNoSnapshotsOfOtherTypes) {
  root.applyRemovalPolicy(RemovalPolicy::snapshot);
  expect_error(app, "UnsupportedRemovalPolicyError", "root/nested/bucket");
}

}  // namespace
}  // namespace amplify::cdk
