// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/error.hpp>
#include <amplify/testing/match.hpp>

#include <source_location>
#include <string_view>
#include <vector>

namespace amplify::cdk {
class App;
class Construct;
class Stack;
}  // namespace amplify::cdk

namespace amplify::assertions {

/// What synthesis has to say about the constructs of a stack, to make assertions on.
///
/// Constructs are named by their paths, `*` is any. A message is matched as a value of a template
/// is; a literal may also be the code: `hasError("S/Photos", "DuplicateConstructError")`.
class Annotations {
 public:
  using Where = std::source_location;

  /// Of a stack and what it contains, nested stacks too. Synthesizes now.
  static Annotations fromStack(const cdk::Stack& stack);
  /// Of the whole app, which includes what belongs to no construct.
  static Annotations fromApp(const cdk::App& app);

  void hasError(std::string_view path, const Pattern& message, Where where = Where::current())
      const;
  void hasNoError(std::string_view path, const Pattern& message, Where where = Where::current())
      const;
  std::vector<Diagnostic> findError(std::string_view path, const Pattern& message) const;

  void hasWarning(std::string_view path, const Pattern& message, Where where = Where::current())
      const;
  void hasNoWarning(std::string_view path, const Pattern& message, Where where = Where::current())
      const;
  std::vector<Diagnostic> findWarning(std::string_view path, const Pattern& message) const;

  void hasInfo(std::string_view path, const Pattern& message, Where where = Where::current()) const;
  void hasNoInfo(std::string_view path, const Pattern& message, Where where = Where::current())
      const;
  std::vector<Diagnostic> findInfo(std::string_view path, const Pattern& message) const;

 private:
  enum class Level { error, warning, info };
  struct Message {
    Level level;
    Diagnostic diagnostic;
  };

  /// Whose `where` is `path` or below; all when it is empty.
  Annotations(const cdk::Construct& construct, std::string_view path);
  static std::string_view name_of(Level level);
  std::vector<Diagnostic> find(Level level, std::string_view path, const Pattern& message) const;
  void has(Level level, std::string_view path, const Pattern& message, Where where) const;
  void has_no(Level level, std::string_view path, const Pattern& message, Where where) const;

  std::vector<Message> messages_;
};

}  // namespace amplify::assertions
