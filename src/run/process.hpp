// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace amplify::detail {

struct ProcessOptions {
  /// Goes to its standard input.
  std::string input{};
  /// Added to this process's environment.
  std::vector<std::pair<std::string, std::string>> environment{};
  /// Gets every line of standard output and error as it comes, without the end of the line.
  std::function<void(std::string_view)> line{};
  /// Its output goes where ours goes, and ours is its input.
  bool inherit = false;
};

struct ProcessResult {
  /// 128 and the signal's number when one ended it, as in shells.
  int status = 0;
  std::string out{};
  std::string err{};
  /// An interrupt came while it ran, however it took that.
  bool interrupted = false;
};

/// Runs a program, found in PATH, and waits for its end. An interrupt (SIGINT, SIGTERM) goes on to
/// it, and its end is waited for.
///
/// Errors: UserError `ToolNotFoundError` when there is no such program.
ProcessResult run_process(
    const std::vector<std::string>& command, const ProcessOptions& options = {}
);

/// With `--debug`: whether each program that fails is told on standard error, with its arguments
/// and all that it printed.
void tell_failures(bool on);

/// Where in PATH a program is; empty if nowhere.
std::string find_program(std::string_view name);

}  // namespace amplify::detail
