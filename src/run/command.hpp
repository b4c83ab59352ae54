// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/terminal.hpp"

#include <memory>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace amplify {
class Backend;
}

namespace amplify::detail {

/// One command of the program. Its members are its options, filled by the parser.
class Command {
 public:
  virtual ~Command() = default;
  virtual std::string_view name() const = 0;
  /// One line for the list of commands.
  virtual std::string_view summary() const = 0;
  /// What `--help` shows below the options: command lines, one a line, without the program's name.
  virtual std::string_view examples() const = 0;
  /// Adds the options.
  virtual void describe(CLI::App& command) = 0;
  /// Does it. Returns the exit code. Errors: UserError.
  virtual int execute(const Backend& backend, Terminal& terminal) = 0;
};

/// Every command, in the order in which `--help` lists them.
std::vector<std::unique_ptr<Command>> commands();

}  // namespace amplify::detail
