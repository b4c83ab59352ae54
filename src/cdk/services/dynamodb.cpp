// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/dynamodb.hpp>
#include <amplify/cdk/fn.hpp>

#include "cdk/iam/grant.hpp"
#include "cdk/inspect.hpp"
#include "cdk/lazy.hpp"
#include "cdk/services/support.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace amplify::cdk::dynamodb {

struct Table::State {
  std::vector<Attribute> attributes{};
  std::vector<GlobalSecondaryIndexProps> indexes{};
  bool has_stream = false;
  Str key{};

  void add_attribute(const Construct& table, const Attribute& attribute) {
    if (attribute.name.empty()) return;
    const auto found = std::ranges::find(attributes, attribute.name, &Attribute::name);
    if (found == attributes.end()) {
      attributes.push_back(attribute);
    } else if (found->type != attribute.type) {
      add_error(
          table, "InvalidTableError",
          fmt::format("keys give the attribute `{}` two types", attribute.name),
          "give it one type in all keys"
      );
    }
  }
};

namespace {

std::string_view letter(AttributeType type) {
  return type == AttributeType::string ? "S" : type == AttributeType::number ? "N" : "B";
}

std::string_view view(StreamViewType type) {
  switch (type) {
    case StreamViewType::newImage:
      return "NEW_IMAGE";
    case StreamViewType::oldImage:
      return "OLD_IMAGE";
    case StreamViewType::keysOnly:
      return "KEYS_ONLY";
    default:
      return "NEW_AND_OLD_IMAGES";
  }
}

Json key_schema(const Attribute& partition_key, const Attribute& sort_key) {
  Json range;
  if (!sort_key.name.empty()) {
    range = Json::object({{"AttributeName", sort_key.name}, {"KeyType", "RANGE"}});
  }
  return Json::array(
      {Json::object({{"AttributeName", partition_key.name}, {"KeyType", "HASH"}}), range}
  );
}

Json index_json(const GlobalSecondaryIndexProps& index) {
  const bool all = !index.nonKeyAttributes.isSet();
  return Json::object({
      {"IndexName", index.indexName},
      {"KeySchema", key_schema(index.partitionKey, index.sortKey)},
      {"Projection", Json::object({
                         {"NonKeyAttributes", index.nonKeyAttributes},
                         {"ProjectionType", all ? "ALL" : "INCLUDE"},
                     })},
  });
}

Json properties(const TableProps& props) {
  Json stream;
  if (props.stream != StreamViewType::none) {
    stream = Json::object({{"StreamViewType", view(props.stream)}});
  }
  Json time_to_live;
  if (!props.timeToLiveAttribute.empty()) {
    time_to_live = Json::object({{"AttributeName", props.timeToLiveAttribute}, {"Enabled", true}});
  }
  Json recovery;
  if (props.pointInTimeRecovery) {
    recovery = Json::object({{"PointInTimeRecoveryEnabled", true}});
  }
  Json encryption;
  if (props.encryptionKeyArn.isSet()) {
    encryption = Json::object({
        {"KMSMasterKeyId", props.encryptionKeyArn},
        {"SSEEnabled", true},
        {"SSEType", "KMS"},
    });
  }
  return Json::object({
      {"BillingMode", "PAY_PER_REQUEST"},
      {"DeletionProtectionEnabled", true_or_unset(props.deletionProtection)},
      {"KeySchema", key_schema(props.partitionKey, props.sortKey)},
      {"PointInTimeRecoverySpecification", recovery},
      {"SSESpecification", encryption},
      {"StreamSpecification", stream},
      {"TableName", props.tableName},
      {"TimeToLiveSpecification", time_to_live},
  });
}

std::vector<Str> read_actions() {
  return {"dynamodb:BatchGetItem",  "dynamodb:ConditionCheckItem",
          "dynamodb:DescribeTable", "dynamodb:GetItem",
          "dynamodb:GetRecords",    "dynamodb:GetShardIterator",
          "dynamodb:Query",         "dynamodb:Scan"};
}

std::vector<Str> write_actions() {
  return {
      "dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:DescribeTable",
      "dynamodb:PutItem", "dynamodb:UpdateItem"
  };
}

}  // namespace

Table::Table(
    const Construct& scope, std::string_view id, TableProps props, std::source_location where
)
    : Construct(scope, id, where),
      resource_(*this, "Resource", "AWS::DynamoDB::Table", properties(props), where),
      state_(std::make_shared<State>()) {
  resource_.applyRemovalPolicy(RemovalPolicy::retain);
  state_->has_stream = props.stream != StreamViewType::none;
  state_->key = props.encryptionKeyArn;
  if (props.partitionKey.name.empty()) {
    add_error(
        *this, "InvalidTableError", "the table has no partition key",
        "write .partitionKey = {.name = \"id\"}"
    );
  }
  state_->add_attribute(*this, props.partitionKey);
  state_->add_attribute(*this, props.sortKey);
  resource_.setProperty("AttributeDefinitions", lazy([state = state_] {
                          std::vector<Json> list;
                          for (const Attribute& attribute : state->attributes) {
                            list.push_back(Json::object({
                                {"AttributeName", attribute.name},
                                {"AttributeType", letter(attribute.type)},
                            }));
                          }
                          return list_or_unset(list);
                        }));
  resource_.setProperty(
      "GlobalSecondaryIndexes", lazy([state = state_] {
        std::vector<Json> list;
        std::ranges::transform(state->indexes, std::back_inserter(list), index_json);
        return list_or_unset(list);
      })
  );
}

Any Table::tableStreamArn() const {
  if (!state_->has_stream) {
    add_error(
        *this, "InvalidTableError", "the table has no stream",
        "write .stream = dynamodb::StreamViewType::newAndOldImages"
    );
  }
  return resource_.getAtt("StreamArn");
}

void Table::addGlobalSecondaryIndex(GlobalSecondaryIndexProps props) const {
  const auto& indexes = state_->indexes;
  if (std::ranges::find(indexes, props.indexName, &GlobalSecondaryIndexProps::indexName) !=
      indexes.end()) {
    add_error(
        *this, "InvalidTableError", fmt::format("two indexes are named `{}`", props.indexName),
        "give each index a name of its own"
    );
    return;
  }
  state_->add_attribute(*this, props.partitionKey);
  state_->add_attribute(*this, props.sortKey);
  state_->indexes.push_back(std::move(props));
}

void Table::grantReadData(const iam::Grantee& grantee) const {
  grant(grantee, read_actions(), {"kms:Decrypt", "kms:DescribeKey"});
}

void Table::grantWriteData(const iam::Grantee& grantee) const {
  grant(
      grantee, write_actions(),
      {"kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"}
  );
}

void Table::grantReadWriteData(const iam::Grantee& grantee) const {
  grantReadData(grantee);
  grantWriteData(grantee);
}

void Table::grantStreamRead(const iam::Grantee& grantee) const {
  iam::grant(*this, grantee, {.actions = {"dynamodb:ListStreams"}, .resources = {"*"}});
  iam::grant(
      *this, grantee,
      {.actions = {"dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"},
       .resources = {tableStreamArn()}}
  );
  grant_key_use(*this, grantee, state_->key, {"kms:Decrypt", "kms:DescribeKey"});
}

void Table::grantFullAccess(const iam::Grantee& grantee) const {
  grant(
      grantee, {"dynamodb:*"},
      {"kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"}
  );
}

void Table::grant(const iam::Grantee& grantee, List<Str> actions, List<Str> key_actions) const {
  const Any indexes = lazy([state = state_, arn = tableArn()]() -> Json {
    if (state->indexes.empty()) return {};
    return fn::concat({arn, "/index/*"});
  });
  iam::grant(*this, grantee, {.actions = actions, .resources = {tableArn(), indexes}});
  grant_key_use(*this, grantee, state_->key, key_actions);
}

}  // namespace amplify::cdk::dynamodb
