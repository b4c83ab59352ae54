// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/resource_map.hpp>
#include <amplify/schema/table.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace amplify {

/// What of a model's table doesn't follow from its fields. What isn't set stays as the schema has
/// it, in `.table(...)` of the model, or else by default.
struct ModelTableProps {
  /// Default: on demand.
  std::optional<TableCapacity> provisioned{};
  /// Backups of every second of the last 35 days. Default: no.
  std::optional<bool> pointInTimeRecovery{};
  /// The field that says when an item goes: seconds since 1970, as `a.timestamp()` has them.
  std::string timeToLive{};
  /// Refuses to delete the table, whoever asks. Default: no.
  std::optional<bool> deletionProtection{};
  /// The ARN of a KMS key. Default: a key of DynamoDB's own. Whoever uses the table needs to be
  /// permitted to use the key.
  cdk::Str encryptionKeyArn{};
  /// `NEW_AND_OLD_IMAGES`, the default, `NEW_IMAGE`, `OLD_IMAGE` or `KEYS_ONLY`.
  std::string stream{};
  /// Whether the table stays when the model or the backend goes. Default: yes, except in sandboxes.
  std::optional<bool> retain{};
};

/// The table of a model.
class ModelTable {
 public:
  ModelTable(const cdk::Resource& resource, int indexes) : resource_(resource), indexes_(indexes) {}

  void set(const ModelTableProps& props) const;

  /// `AWS::DynamoDB::Table`
  cdk::Resource resource() const { return resource_; }
  cdk::Any tableName() const { return resource_.ref(); }
  cdk::Any tableArn() const { return resource_.getAtt("Arn"); }
  cdk::Any tableStreamArn() const { return resource_.getAtt("StreamArn"); }

 private:
  cdk::Resource resource_;
  int indexes_;
};

/// The tables of an API by model: `backend[data].tables["Post"].set({.pointInTimeRecovery =
/// true})`.
class ModelTables {
 public:
  /// `indexes` has the number of indexes of each model's table.
  ModelTables(cdk::ResourceMap resources, std::map<std::string, int, std::less<>> indexes)
      : resources_(std::move(resources)), indexes_(std::move(indexes)) {}

  /// Errors (at synthesis): `UnknownResourceError` for a model that isn't there.
  ModelTable operator[](std::string_view model) const;

 private:
  cdk::ResourceMap resources_;
  std::map<std::string, int, std::less<>> indexes_;
};

}  // namespace amplify
