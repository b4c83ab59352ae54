// SPDX-License-Identifier: Apache-2.0
#include "check/rules/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace amplify::check {
namespace {

bool is_retained(const Resource& resource) {
  const Json& policy = at(*resource.entry, "DeletionPolicy");
  return policy == "Retain" || policy == "RetainExceptOnCreate" || policy == "Snapshot";
}

/// Resources that hold what can't be made again, and the property that guards it.
struct Store {
  std::string_view type;
  /// Empty where there is no such property.
  std::string_view guard;
};

constexpr Store stores[] = {
    {"AWS::DynamoDB::Table", "DeletionProtectionEnabled"},
    {"AWS::DynamoDB::GlobalTable", ""},
    {"AWS::Cognito::UserPool", "DeletionProtection"},
    {"AWS::S3::Bucket", ""},
    {"AWS::RDS::DBCluster", "DeletionProtection"},
    {"AWS::RDS::DBInstance", "DeletionProtection"},
    {"AWS::EFS::FileSystem", ""},
    {"AWS::OpenSearchService::Domain", ""},
    {"AWS::KMS::Key", ""},
};

bool is_guarded(const Resource& resource, const Store& store) {
  if (store.guard.empty()) return false;
  const Json& value = resource[store.guard];
  return is_true(value) || value == "ACTIVE";
}

void find_data_loss(const Subject& subject, Report& report) {
  for (const Store& store : stores) {
    for (const Resource* const resource : subject.made.of_type(store.type)) {
      if (!is_retained(*resource) && !is_guarded(*resource, store))
        report.add(*resource, "it goes with the stack, and what it holds with it");
    }
  }
}

void find_unprotected(const Subject& subject, Report& report) {
  for (const Store& store : stores) {
    if (store.guard.empty()) continue;
    for (const Resource* const resource : subject.made.of_type(store.type)) {
      if (is_retained(*resource) && !is_guarded(*resource, store))
        report.add(*resource, "one click or command deletes it", std::string(store.guard));
    }
  }
}

void find_no_backups(const Subject& subject, Report& report) {
  for (const Resource* const table : subject.made.of_type("AWS::DynamoDB::Table")) {
    const auto* const property = "PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled";
    if (!is_true((*table)[property]))
      report.add(*table, "what a mistake overwrites is gone", property);
  }
}

void find_no_versions(const Subject& subject, Report& report) {
  for (const Resource* const bucket : subject.made.of_type("AWS::S3::Bucket")) {
    if ((*bucket)["VersioningConfiguration.Status"] != "Enabled")
      report.add(*bucket, "what is overwritten is gone", "VersioningConfiguration");
  }
}

/// Resources that are encrypted only when a property says so.
struct Encryption {
  std::string_view type;
  std::string_view property;
  /// Another that says so as well; empty where there is none.
  std::string_view other;
  /// Whether it is on when the property is left out.
  bool by_default;
};

constexpr Encryption encryptions[] = {
    {"AWS::SQS::Queue", "SqsManagedSseEnabled", "KmsMasterKeyId", true},
    {"AWS::Kinesis::Stream", "StreamEncryption", "", false},
    {"AWS::RDS::DBInstance", "StorageEncrypted", "DBClusterIdentifier", false},
    {"AWS::RDS::DBCluster", "StorageEncrypted", "", false},
    {"AWS::DocDB::DBCluster", "StorageEncrypted", "", false},
    {"AWS::Neptune::DBCluster", "StorageEncrypted", "", false},
    {"AWS::EFS::FileSystem", "Encrypted", "", false},
    {"AWS::EC2::Volume", "Encrypted", "", false},
    {"AWS::Redshift::Cluster", "Encrypted", "", false},
    {"AWS::OpenSearchService::Domain", "EncryptionAtRestOptions.Enabled", "", false},
    {"AWS::ElastiCache::ReplicationGroup", "AtRestEncryptionEnabled", "", false},
};

void find_unencrypted(const Subject& subject, Report& report) {
  for (const Encryption& each : encryptions) {
    for (const Resource* const resource : subject.made.of_type(each.type)) {
      const Json& value = (*resource)[each.property];
      const bool on = value.is_null() ? each.by_default : !is_false(value);
      const bool otherwise = !each.other.empty() && !(*resource)[each.other].is_null();
      if (!on && !otherwise)
        report.add(*resource, "what it holds isn't encrypted", std::string(each.property));
    }
  }
}

bool is_whole_internet(const Json& rule) {
  return at(rule, "CidrIp") == "0.0.0.0/0" || at(rule, "CidrIpv6") == "::/0";
}

bool is_of_web(const Json& rule) {
  const Json& from = at(rule, "FromPort");
  return from == at(rule, "ToPort") && (from == 80 || from == 443);
}

void find_open_ports(const Subject& subject, Report& report) {
  const auto look = [&](const Resource& resource, const Json& rule, const std::string& property) {
    if (is_whole_internet(rule) && !is_of_web(rule))
      report.add(resource, "the whole internet reaches other ports than the web's", property);
  };
  for (const Resource* const group : subject.made.of_type("AWS::EC2::SecurityGroup")) {
    for (const Json* const rule : elements((*group)["SecurityGroupIngress"]))
      look(*group, *rule, "SecurityGroupIngress");
  }
  for (const Resource* const rule : subject.made.of_type("AWS::EC2::SecurityGroupIngress"))
    look(*rule, (*rule)[""], "");
  for (const Resource* const database : subject.made.of_type("AWS::RDS::DBInstance")) {
    if (is_true((*database)["PubliclyAccessible"]))
      report.add(*database, "the database has a public address", "PubliclyAccessible");
  }
}

constexpr std::string_view deletion_page =
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy"
    ".html";
constexpr std::string_view table_page =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/"
    "WorkingWithTables.Basics.html#WorkingWithTables.Basics.DeletionProtection";

constexpr Rule rules[] = {
    {"DataLossRisk", Severity::warning, About::lasting, "Data goes with one wrong deletion",
     "keep it: `.retain = true`, `.keepOnDelete = true`, or RemovalPolicy::retain", deletion_page,
     find_data_loss},
    {"DeletionProtectionRisk", Severity::warning, About::lasting,
     "Nothing keeps data from being deleted by hand",
     "`backend[data].tables[\"Post\"].set({.deletionProtection = true})`, "
     "`.deletionProtection = true` of defineAuth",
     table_page, find_unprotected},
    {"NoBackupRisk", Severity::warning, About::lasting, "A table has no backups",
     "`backend[data].tables[\"Post\"].set({.pointInTimeRecovery = true})`",
     "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/"
     "PointInTimeRecovery.html",
     find_no_backups},
    {"NoVersionsRisk", Severity::info, About::lasting, "A bucket keeps no earlier versions",
     "set `.versioned = true` of defineStorage",
     "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html", find_no_versions},
    {"UnencryptedRisk", Severity::warning, About::all, "Data is stored as it is",
     "turn the encryption on; by default it costs nothing",
     "https://docs.aws.amazon.com/whitepapers/latest/logical-separation/"
     "encrypting-data-at-rest-and--in-transit.html",
     find_unencrypted},
    {"OpenNetworkRisk", Severity::error, About::all, "The whole internet reaches a server",
     "name the addresses, or the security group, that may connect",
     "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html", find_open_ports},
};

}  // namespace

std::span<const Rule> protection_rules() { return rules; }

}  // namespace amplify::check
