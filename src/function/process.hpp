// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

namespace amplify::functions {

/// A program that runs beside this one. Its output goes to a file.
class Process {
 public:
  /// Errors: std::system_error when it can't be started.
  Process(
      const std::filesystem::path& directory, const std::filesystem::path& output,
      const std::vector<std::string>& command
  );
  ~Process();
  Process(Process&& other) noexcept;
  Process& operator=(Process&&) = delete;

  /// Waits for the end: whether it went well.
  bool succeeded();

 private:
  pid_t pid_ = -1;
};

/// A new directory, which goes at the end of the scope.
class TemporaryDirectory {
 public:
  TemporaryDirectory();
  ~TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace amplify::functions
