// SPDX-License-Identifier: Apache-2.0
#include "cdk/asset_manifest.hpp"

#include "cdk/bootstrap.hpp"

#include <vector>

namespace amplify::cdk {

using detail::Data;
using detail::make_object;
using detail::make_string;

void AssetManifest::add(
    const std::string& hash, std::string_view extension, std::string_view file,
    std::string_view name, bool is_directory
) {
  const auto key = hash + std::string(extension);
  const auto* const destination = make_object({
      {"bucketName", make_string(bootstrap::bucket)},
      {"objectKey", make_string(key)},
      {"assumeRoleArn", make_string(bootstrap::role("file-publishing-role"))},
  });
  const auto* const entry = make_object({
      {"displayName", make_string(name)},
      {"source", make_object({
                     {"path", make_string(file)},
                     {"packaging", make_string(is_directory ? "zip" : "file")},
                 })},
      {"destinations", make_object({{"current_account-current_region", destination}})},
  });
  files_.emplace(key, entry);
}

const Data* AssetManifest::take() const {
  std::vector<detail::Member> members;
  for (const auto& [key, entry] : files_)
    members.push_back({key, entry});
  return make_object({
      {"version", make_string(bootstrap::schema_version)},
      {"files", make_object(members)},
      {"dockerImages", make_object(std::span<const detail::Member>())},
  });
}

}  // namespace amplify::cdk
