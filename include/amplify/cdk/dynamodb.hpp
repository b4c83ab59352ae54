// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>
#include <amplify/cdk/iam/role.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace amplify::cdk::dynamodb {

enum class AttributeType { string, number, binary };
enum class StreamViewType { none, newImage, oldImage, newAndOldImages, keysOnly };

struct Attribute {
  std::string name{};
  AttributeType type = AttributeType::string;
};

struct TableProps {
  /// Required.
  Attribute partitionKey{};
  /// Default: none.
  Attribute sortKey{};
  /// The physical name. Default: CloudFormation makes one.
  Str tableName{};
  /// What a change puts into the stream. Default: no stream.
  StreamViewType stream = StreamViewType::none;
  /// The attribute that says when an item expires, in seconds since 1970.
  std::string timeToLiveAttribute{};
  /// Lets the table be restored to any second of the last 35 days, at a price.
  bool pointInTimeRecovery = false;
  bool deletionProtection = false;
  /// A KMS key by its ARN. Default: encrypted by a key of DynamoDB.
  Str encryptionKeyArn{};
};

struct GlobalSecondaryIndexProps {
  std::string indexName{};
  Attribute partitionKey{};
  /// Default: none.
  Attribute sortKey{};
  /// Attributes in the index besides the keys. Default: all.
  List<Str> nonKeyAttributes{};
};

/// A DynamoDB table, billed by request. Stays when it leaves the template.
class Table : public Construct {
 public:
  /// Errors (at synthesis): `InvalidTableError` without a partition key, or when keys give an
  /// attribute two types.
  Table(
      const Construct& scope, std::string_view id, TableProps props,
      std::source_location where = std::source_location::current()
  );

  Resource resource() const { return resource_; }
  Any tableName() const { return resource_.ref(); }
  Any tableArn() const { return resource_.getAtt("Arn"); }
  /// Errors (at synthesis): `InvalidTableError` when the table has no stream.
  Any tableStreamArn() const;

  /// Errors (at synthesis): `InvalidTableError` for a name used twice.
  void addGlobalSecondaryIndex(GlobalSecondaryIndexProps props) const;

  void grantReadData(const iam::Grantee& grantee) const;
  void grantWriteData(const iam::Grantee& grantee) const;
  void grantReadWriteData(const iam::Grantee& grantee) const;
  void grantStreamRead(const iam::Grantee& grantee) const;
  /// `dynamodb:*`.
  void grantFullAccess(const iam::Grantee& grantee) const;

 private:
  struct State;
  void grant(const iam::Grantee& grantee, List<Str> actions, List<Str> key_actions) const;

  Resource resource_;
  std::shared_ptr<State> state_;
};

}  // namespace amplify::cdk::dynamodb
