// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/asset.hpp>
#include <amplify/cdk/fn.hpp>

#include "cdk/bootstrap.hpp"
#include "cdk/digest.hpp"
#include "cdk/node.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>
#include <vector>

namespace amplify::cdk {

using detail::AssetData;
using detail::ConstructNode;

namespace {

namespace fs = std::filesystem;

using Files = std::vector<CloudAssembly::File>;

AssetData file_asset(std::string content, std::string_view extension) {
  auto hash = sha256_hex(content);
  return {
      .files = {{.content = std::move(content)}},
      .extension = std::string(extension),
      .hash = std::move(hash),
  };
}

AssetData directory_asset(Files files) {
  std::ranges::sort(files, {}, &CloudAssembly::File::path);
  std::string all;
  for (const auto& file : files) {
    all += fmt::format("{}\n{}{}\n", file.path, file.executable ? "x" : "", file.content.size());
    all += file.content;
  }
  return {
      .files = std::move(files),
      .is_directory = true,
      .extension = ".zip",
      .hash = sha256_hex(all),
  };
}

/// False when it can't be read.
bool read(const fs::path& path, CloudAssembly::File& file) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (error || !fs::is_regular_file(status)) return false;
  std::ifstream stream(path, std::ios::binary);
  if (!stream.is_open()) return false;
  file.content.assign(std::istreambuf_iterator<char>(stream), {});
  file.executable = (status.permissions() & fs::perms::owner_exec) != fs::perms::none;
  return !stream.bad();
}

/// Every file in the directory and below; links are followed. False when one can't be read.
bool read_directory(const fs::path& directory, Files& files) {
  constexpr auto follow = fs::directory_options::follow_directory_symlink;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(directory, follow, error), end; entry != end;
       entry.increment(error)) {
    if (entry->is_directory(error)) continue;
    files.push_back({.path = entry->path().lexically_relative(directory).generic_string()});
    if (!read(entry->path(), files.back())) return false;
  }
  return !error && !files.empty();
}

const AssetData& data_of(const ConstructNode* node) { return *node->as<AssetData>(); }

}  // namespace

FileAsset FileAsset::fromPath(
    const Construct& scope, std::string_view id, std::string_view path, std::source_location where
) {
  const fs::path source(path);
  std::error_code ignored;
  const bool is_directory = fs::is_directory(source, ignored);
  Files files(is_directory ? 0 : 1);
  const bool readable = is_directory ? read_directory(source, files) : read(source, files[0]);
  const FileAsset asset(ConstructNode::add(
      scope, id, where,
      is_directory ? directory_asset(std::move(files))
                   : file_asset(std::move(files[0].content), source.extension().string())
  ));
  if (!readable) {
    asset.node_->record(
        "AssetNotFoundError",
        fmt::format("`{}` is no file or directory of files that can be read", path),
        "give the path of one; a relative one starts where the program runs"
    );
  }
  return asset;
}

FileAsset FileAsset::fromContent(
    const Construct& scope, std::string_view id, std::string content, std::string_view extension,
    std::source_location where
) {
  return FileAsset(ConstructNode::add(scope, id, where, file_asset(std::move(content), extension)));
}

std::string FileAsset::hash() const { return data_of(node_).hash; }

std::string FileAsset::objectKey() const { return data_of(node_).hash + data_of(node_).extension; }

Any FileAsset::bucketName() const { return fn::sub(bootstrap::bucket); }

Any FileAsset::s3ObjectUrl() const {
  return fn::sub(fmt::format("s3://{}/{}", bootstrap::bucket, objectKey()));
}

}  // namespace amplify::cdk
