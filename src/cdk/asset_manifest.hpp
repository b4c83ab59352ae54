// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cdk/data.hpp"

#include <map>
#include <string>
#include <string_view>

namespace amplify::cdk {

/// What must be in the bootstrap bucket before a root stack is deployed.
class AssetManifest {
 public:
  /// A file of the assembly, or a directory that is published as a zip file. The same content is
  /// published once.
  void add(
      const std::string& hash, std::string_view extension, std::string_view file,
      std::string_view name, bool is_directory = false
  );
  const detail::Data* take() const;

 private:
  std::map<std::string, const detail::Data*> files_{};
};

}  // namespace amplify::cdk
