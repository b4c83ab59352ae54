// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/deploy_failure.hpp"
#include "run/terminal.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace amplify {
class Backend;
}

namespace amplify::detail {

/// Shows how far a deployment is: a line that changes on a terminal, a line an event elsewhere.
class Progress {
 public:
  explicit Progress(Terminal& terminal) : terminal_(terminal) {}

  void show(const DeployEvent& event);
  /// What comes next begins on a line of its own.
  void finish();

 private:
  Terminal& terminal_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  bool shown_ = false;
};

/// The cdk CLI, as commands run it.
struct CdkCli {
  /// The command in whose name it runs, for errors: `deploy`.
  std::string command{};
  /// `stage 2 of 3`; empty when there is one.
  std::string stage{};
  /// AWS profile; empty for the environment's.
  std::string profile{};
  /// Nothing is shown on the way.
  bool quiet = false;

  /// Runs it on the assembly in a directory, with its progress on the terminal. Gives whether an
  /// interrupt came, though it ended well.
  ///
  /// Errors: UserError, one by what went wrong, with the construct that failed and its place in the
  /// source; `InterruptedError`.
  bool run(
      const Backend& backend, Terminal& terminal, const std::string& assembly,
      const std::vector<std::string>& arguments
  ) const;

 private:
  std::string where() const;
  [[noreturn]] void report(
      const Backend& backend, const std::vector<DeployEvent>& events, const std::string& text
  ) const;
};

}  // namespace amplify::detail
