// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <source_location>
#include <string>
#include <vector>

namespace amplify {

/// One fault in what the user wrote: which kind, where, what is wrong and what to write instead.
///
/// Printed as `error[code] where: message` and, on the next line, `help: help`.
struct Diagnostic {
  /// Stable name of the kind of error, PascalCase, e.g. `MultipleSingletonResourcesError`.
  std::string code{};
  /// The place in the user's words: a construct path, `Post.title`, an option, a file.
  std::string where{};
  std::string message{};
  /// What to do about it. Empty when the message says it all.
  std::string help{};
  /// The line of the user's source that made the definition; `line() == 0` when unknown.
  std::source_location source{};
};

/// Thrown for anything the user can mend. Carries every fault found, not the first alone.
class UserError : public std::exception {
 public:
  explicit UserError(Diagnostic diagnostic);
  explicit UserError(std::vector<Diagnostic> diagnostics);

  const std::vector<Diagnostic>& diagnostics() const noexcept { return diagnostics_; }
  /// All diagnostics, formatted as the command line prints them.
  const char* what() const noexcept override { return text_.c_str(); }

 private:
  std::vector<Diagnostic> diagnostics_;
  std::string text_;
};

}  // namespace amplify
