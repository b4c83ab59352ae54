// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace amplify::functions {

/// One handler to bundle.
struct Bundle {
  /// Of the function; handlers import its variables from `$amplify/env/<name>`.
  std::string name{};
  std::filesystem::path entry{};
  /// Of Node.js.
  std::string target{};
  /// Modules that layers or the runtime bring.
  std::vector<std::string> external{};
  bool minify = true;
  /// Whether parameters of Systems Manager become variables before the handler loads.
  bool fetch_parameters = false;
};

/// The esbuild that is there for files of `directory`: that of the build, of the nearest
/// `node_modules`, or else on the PATH.
std::optional<std::filesystem::path> find_esbuild(const std::filesystem::path& directory);

struct Esbuild {
  std::filesystem::path program{};
  /// What bundles and their source maps name files by; the project's directory.
  std::filesystem::path root{};
  /// An empty directory. The bundle of number `n` gets into the directory `n` in it: `index.mjs`
  /// and `index.mjs.map`.
  std::filesystem::path output{};

  std::filesystem::path directory_of(std::size_t number) const {
    return output / std::to_string(number);
  }
  /// Bundles all of them. What is complained about, for each; empty for none.
  std::vector<std::string> run(const std::vector<Bundle>& bundles) const;
};

}  // namespace amplify::functions
