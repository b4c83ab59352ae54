// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>

#include <string>
#include <string_view>

namespace amplify::cdk {

/// A file that is published to the bootstrap bucket under the sha256 of its content before the
/// stack is deployed.
class FileAsset : public Construct {
 public:
  /// From a file on disk; or from a directory, which `cdk` zips. Errors (at synthesis):
  /// `AssetNotFoundError`.
  static FileAsset fromPath(
      const Construct& scope, std::string_view id, std::string_view path,
      std::source_location where = std::source_location::current()
  );
  /// From bytes in memory. `extension` includes the dot: `.graphql`.
  static FileAsset fromContent(
      const Construct& scope, std::string_view id, std::string content, std::string_view extension,
      std::source_location where = std::source_location::current()
  );

  /// The sha256 of the content, in hex; of a directory, that of its files with their names.
  std::string hash() const;
  std::string objectKey() const;
  Any bucketName() const;
  /// `s3://bucket/key`.
  Any s3ObjectUrl() const;

 private:
  explicit FileAsset(detail::ConstructNode* node) : Construct(node) {}
};

}  // namespace amplify::cdk
