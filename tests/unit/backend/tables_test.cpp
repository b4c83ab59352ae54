// SPDX-License-Identifier: Apache-2.0
#include <amplify/backend.hpp>

#include "synthesized.hpp"

#include <gtest/gtest.h>

namespace amplify {
namespace {

using namespace amplify::literals;
using amplify::testing::faults;
using amplify::testing::resources;
using amplify::testing::stack_template;
using nlohmann::json;

constexpr auto schema = a.schema(
    "Note"_s = a.model("text"_s = a.string(), "expires"_s = a.timestamp())
                   .secondaryIndexes(a.index("text"))
                   .authorization(allow.publicApiKey())
);
const auto data = defineData({.schema = schema});

json table_of(const Backend& backend, DeploymentType type = DeploymentType::sandbox) {
  const auto assembly = backend.synth({"app", "main", type});
  return resources(stack_template(assembly, "Models3b"), "AWS::DynamoDB::Table").at(0);
}

TEST(Tables, StayOnBranchesAndGoInSandboxes) {
  EXPECT_EQ(table_of(defineBackend(data))["DeletionPolicy"], "Delete");
  const json branch = table_of(defineBackend(data), DeploymentType::branch);
  EXPECT_EQ(branch["DeletionPolicy"], "Retain");
  EXPECT_EQ(branch["UpdateReplacePolicy"], "Retain");
  const auto fleeting = defineBackend(data);
  fleeting[data].tables["Note"].set({.retain = false});
  EXPECT_EQ(table_of(fleeting, DeploymentType::branch)["DeletionPolicy"], "Delete");
}

TEST(Tables, AreSetByModel) {
  const auto backend = defineBackend(data);
  backend[data].tables["Note"].set({
      .provisioned = TableCapacity{.read = 2, .write = 3},
      .pointInTimeRecovery = true,
      .timeToLive = "expires",
      .deletionProtection = true,
      .encryptionKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/1",
      .stream = "KEYS_ONLY",
  });
  const json table = table_of(backend)["Properties"];
  const json capacity = {{"ReadCapacityUnits", 2}, {"WriteCapacityUnits", 3}};
  EXPECT_EQ(table["BillingMode"], "PROVISIONED");
  EXPECT_EQ(table["ProvisionedThroughput"], capacity);
  EXPECT_EQ(table["GlobalSecondaryIndexes"][0]["ProvisionedThroughput"], capacity);
  EXPECT_EQ(table["GlobalSecondaryIndexes"][0]["IndexName"], "notesByText");
  EXPECT_EQ(table["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"], true);
  EXPECT_EQ(table["TimeToLiveSpecification"]["AttributeName"], "expires");
  EXPECT_EQ(table["DeletionProtectionEnabled"], true);
  EXPECT_EQ(table["SSESpecification"]["SSEType"], "KMS");
  EXPECT_EQ(table["StreamSpecification"]["StreamViewType"], "KEYS_ONLY");
}

constexpr auto settled = a.schema(
    "Note"_s = a.model("text"_s = a.string(), "expires"_s = a.integer(), "gone"_s = a.timestamp())
                   .secondaryIndexes(a.index("text"))
                   .table({
                       .provisioned = TableCapacity{.read = 2, .write = 3},
                       .pointInTimeRecovery = true,
                       .deletionProtection = true,
                       .encryptionKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/1",
                       .stream = "KEYS_ONLY",
                       .retain = false,
                   })
                   .timeToLive("expires")
                   .authorization(allow.publicApiKey())
);
const auto settled_data = defineData({.schema = settled});

TEST(Tables, AreSetInTheSchema) {
  const json resource = table_of(defineBackend(settled_data), DeploymentType::branch);
  EXPECT_EQ(resource["DeletionPolicy"], "Delete");
  const json table = resource["Properties"];
  const json capacity = {{"ReadCapacityUnits", 2}, {"WriteCapacityUnits", 3}};
  EXPECT_EQ(table["BillingMode"], "PROVISIONED");
  EXPECT_EQ(table["ProvisionedThroughput"], capacity);
  EXPECT_EQ(table["GlobalSecondaryIndexes"][0]["ProvisionedThroughput"], capacity);
  EXPECT_EQ(table["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"], true);
  EXPECT_EQ(table["TimeToLiveSpecification"]["AttributeName"], "expires");
  EXPECT_EQ(table["DeletionProtectionEnabled"], true);
  EXPECT_EQ(table["SSESpecification"]["SSEType"], "KMS");
  EXPECT_EQ(table["StreamSpecification"]["StreamViewType"], "KEYS_ONLY");
}

TEST(Tables, WhatTheBackendSetsCountsBeforeTheSchema) {
  const auto backend = defineBackend(settled_data);
  backend[settled_data].tables["Note"].set({
      .provisioned = TableCapacity{.read = 9, .write = 9},
      .pointInTimeRecovery = false,
      .timeToLive = "gone",
      .retain = true,
  });
  const json resource = table_of(backend, DeploymentType::branch);
  EXPECT_EQ(resource["DeletionPolicy"], "Retain");
  const json table = resource["Properties"];
  EXPECT_EQ(table["ProvisionedThroughput"]["ReadCapacityUnits"], 9);
  const json index = table["GlobalSecondaryIndexes"][0];
  EXPECT_EQ(index["ProvisionedThroughput"]["WriteCapacityUnits"], 9);
  EXPECT_EQ(table["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"], false);
  EXPECT_EQ(table["TimeToLiveSpecification"]["AttributeName"], "gone");
  EXPECT_EQ(table["DeletionProtectionEnabled"], true);
}

TEST(Tables, OfAModelThatIsNotThereIsTold) {
  const auto backend = defineBackend(data);
  backend[data].tables["Nota"].set({.pointInTimeRecovery = true});
  const auto found = faults(backend);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].code, "UnknownResourceError");
}

}  // namespace
}  // namespace amplify
