// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/interrupts.hpp"

#include <filesystem>
#include <map>
#include <set>
#include <string_view>

namespace amplify::detail {

/// Tells when files of a project are saved. What tools write is not watched: build directories,
/// node_modules, cdk.out, cdk.stages, amplify_outputs.json, hidden files and editors' copies.
/// While it lives, an interrupt ends `wait` and not the program.
class SourceWatcher {
 public:
  /// Errors: UserError `InotifyError`.
  explicit SourceWatcher(std::filesystem::path root);
  SourceWatcher(const SourceWatcher&) = delete;
  SourceWatcher& operator=(const SourceWatcher&) = delete;
  ~SourceWatcher();

  /// Waits until files have changed and no other does for a moment: editors write several times,
  /// and tools several files. Gives them relative to the root; none after an interrupt.
  std::set<std::filesystem::path> wait();

 private:
  void add(const std::filesystem::path& directory);
  /// False when nothing came in time.
  bool read(std::set<std::filesystem::path>& changed, int milliseconds);

  Interrupts interrupts_{};
  std::filesystem::path root_;
  int inotify_ = -1;
  std::map<int, std::filesystem::path> directories_{};
};

}  // namespace amplify::detail
