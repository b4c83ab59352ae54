// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/asset.hpp>
#include <amplify/cdk/fn.hpp>

#include "cdk/bootstrap.hpp"
#include "cdk/digest.hpp"
#include "cdk/node.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

namespace amplify::cdk {

using detail::AssetData;
using detail::ConstructNode;

namespace {

namespace fs = std::filesystem;

ConstructNode* add_asset(
    const Construct& scope, std::string_view id, std::string content, std::string_view extension,
    std::source_location where
) {
  auto hash = sha256_hex(content);
  return ConstructNode::add(
      scope, id, where,
      AssetData{
          .content = std::move(content),
          .extension = std::string(extension),
          .hash = std::move(hash),
      }
  );
}

const AssetData& data_of(const ConstructNode* node) { return *node->as<AssetData>(); }

}  // namespace

FileAsset FileAsset::fromPath(
    const Construct& scope, std::string_view id, std::string_view path, std::source_location where
) {
  const fs::path file(path);
  std::ifstream stream(file, std::ios::binary);
  std::error_code ignored;
  const bool readable = stream.is_open() && !fs::is_directory(file, ignored);
  std::string content;
  if (readable) content.assign(std::istreambuf_iterator<char>(stream), {});
  const FileAsset asset(add_asset(scope, id, std::move(content), file.extension().string(), where));
  if (!readable) {
    asset.node_->record(
        "AssetNotFoundError", fmt::format("`{}` is no file that can be read", path),
        "give the path of a file; a relative one starts where the program runs"
    );
  }
  return asset;
}

FileAsset FileAsset::fromContent(
    const Construct& scope, std::string_view id, std::string content, std::string_view extension,
    std::source_location where
) {
  return FileAsset(add_asset(scope, id, std::move(content), extension, where));
}

std::string FileAsset::hash() const { return data_of(node_).hash; }

std::string FileAsset::objectKey() const { return data_of(node_).hash + data_of(node_).extension; }

Any FileAsset::bucketName() const { return fn::sub(bootstrap::bucket); }

Any FileAsset::s3ObjectUrl() const {
  return fn::sub(fmt::format("s3://{}/{}", bootstrap::bucket, objectKey()));
}

}  // namespace amplify::cdk
