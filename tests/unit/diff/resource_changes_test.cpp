// SPDX-License-Identifier: Apache-2.0
#include "diff/resource_changes.hpp"
#include "support.hpp"

#include <gtest/gtest.h>

namespace amplify::diff {
namespace {

std::string changes(std::string_view before, std::string_view after) {
  std::string text;
  for (const ResourceChange& change : resource_changes(stack(before), stack(after))) {
    text += text.empty() ? "" : "; ";
    text += std::string(name_of(change.kind)) + " " + change.logicalId;
    for (const auto& property : change.properties)
      text += " " + property.path + "=" + std::string(name_of(property.replacement));
    text += change.retained ? " retained" : "";
  }
  return text;
}

std::string table(const std::string& properties, const std::string& rest = "") {
  return R"({"T": {"Type": "AWS::DynamoDB::Table", "Properties": {)" + properties + "}" + rest +
         "}}";
}

TEST(ResourceChanges, KnowWhatReplaces) {
  EXPECT_EQ(changes(table(R"("TableName": "a")"), table(R"("TableName": "a")")), "");
  EXPECT_EQ(
      changes(table(R"("TableName": "a")"), table(R"("TableName": "b")")), "changed T TableName=yes"
  );
  EXPECT_EQ(
      changes(
          table(R"("TableName": "a")", R"(, "UpdateReplacePolicy": "Retain")"),
          table(R"("TableName": "b")", R"(, "UpdateReplacePolicy": "Retain")")
      ),
      "changed T TableName=yes retained"
  );
  EXPECT_EQ(
      changes(
          table(R"("BillingMode": "PROVISIONED")"), table(R"("BillingMode": "PAY_PER_REQUEST")")
      ),
      "changed T BillingMode=no"
  );
}

TEST(ResourceChanges, NameThePropertyThatDiffers) {
  EXPECT_EQ(
      changes(
          table(R"("SSESpecification": {"SSEEnabled": true, "SSEType": "KMS"})"),
          table(R"("SSESpecification": {"SSEEnabled": false, "SSEType": "KMS"})")
      ),
      "changed T SSESpecification.SSEEnabled=no"
  );
  EXPECT_EQ(
      changes(table("", R"(, "DeletionPolicy": "Retain")"), table("")),
      "changed T DeletionPolicy=no"
  );
  EXPECT_EQ(changes(table("", R"(, "Metadata": {"a": 1})"), table("")), "");
}

TEST(ResourceChanges, TellWhatComesAndGoes) {
  EXPECT_EQ(changes("{}", table("")), "added T");
  EXPECT_EQ(changes(table("", R"(, "DeletionPolicy": "Retain")"), "{}"), "removed T retained");
  EXPECT_EQ(changes(table(""), R"({"T": {"Type": "AWS::SQS::Queue"}})"), "changed T Type=yes");
}

TEST(ResourceChanges, TellOutputs) {
  Snapshot before = stack("{}");
  Snapshot after = before;
  before.templates[""]["Outputs"] = {{"a", {{"Value", "1"}}}, {"b", {{"Value", "1"}}}};
  after.templates[""]["Outputs"] = {{"a", {{"Value", "2"}}}};
  const auto found = resource_changes(before, after);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].type, "Output");
  EXPECT_EQ(found[0].kind, Kind::changed);
  EXPECT_EQ(found[1].kind, Kind::removed);
}

}  // namespace
}  // namespace amplify::diff
