// SPDX-License-Identifier: Apache-2.0
#include "run/deployed.hpp"

#include "cdk/bootstrap.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <sstream>
#include <vector>

namespace amplify::detail {
namespace {

/// The bucket of assets of the account and region that a stack's ARN names.
std::string asset_bucket(const std::string& stack_id) {
  std::vector<std::string> parts;
  std::istringstream in(stack_id);
  for (std::string part; std::getline(in, part, ':');)
    parts.push_back(part);
  constexpr std::size_t enough = 5;
  if (parts.size() < enough) return {};
  std::string bucket(cdk::bootstrap::bucket);
  const auto set = [&](std::string_view name, const std::string& value) {
    bucket.replace(bucket.find(name), name.size(), value);
  };
  set("${AWS::AccountId}", parts[4]);
  set("${AWS::Region}", parts[3]);
  return bucket;
}

}  // namespace

std::optional<diff::Snapshot> deployed_snapshot(const Aws& aws, const std::string& stack) {
  const auto found = aws.stack(stack);
  if (!found) return {};
  const auto bucket = asset_bucket(found->id);
  return diff::read_snapshot(
      stack, aws.stack_template(stack),
      [&](const std::vector<std::string>& keys) { return aws.objects(bucket, keys); }
  );
}

std::optional<int> bootstrap_version(const Aws& aws) {
  const auto version = aws.parameter(std::string(cdk::bootstrap::version_parameter));
  return version ? std::optional(std::atoi(version->c_str())) : std::nullopt;
}

}  // namespace amplify::detail
