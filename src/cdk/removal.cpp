// SPDX-License-Identifier: Apache-2.0
#include "cdk/removal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>

namespace amplify::cdk {
namespace {

constexpr std::string_view with_snapshots[] = {
    "AWS::DocDB::DBCluster",          "AWS::EC2::Volume",
    "AWS::ElastiCache::CacheCluster", "AWS::ElastiCache::ReplicationGroup",
    "AWS::Neptune::DBCluster",        "AWS::RDS::DBCluster",
    "AWS::RDS::DBInstance",           "AWS::Redshift::Cluster",
};

/// The outermost construct decides, whatever is set below it.
std::optional<RemovalPolicy> policy_at(const detail::ConstructNode& resource) {
  std::optional<RemovalPolicy> policy;
  for (const auto* node = &resource; node != nullptr; node = node->scope) {
    if (node->removal_policy) policy = node->removal_policy;
  }
  return policy;
}

}  // namespace

std::string_view deletion_policy(Plan& plan, const ResourcePlan& resource) {
  const auto& data = resource.data();
  const bool is_nested_stack = data.nested_stack != nullptr;
  const auto policy = policy_at(*resource.node);
  if (!policy) return is_nested_stack ? "Delete" : "";
  if (*policy == RemovalPolicy::destroy) return "Delete";
  if (*policy == RemovalPolicy::retain) return "Retain";
  if (is_nested_stack) return "Delete";  // the resources in it have their own
  if (std::ranges::find(with_snapshots, data.type) == std::end(with_snapshots)) {
    plan.report(
        *resource.node, "UnsupportedRemovalPolicyError",
        fmt::format("CloudFormation makes no snapshot of {}", data.type),
        "apply RemovalPolicy::retain or RemovalPolicy::destroy"
    );
  }
  return "Snapshot";
}

}  // namespace amplify::cdk
