// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>
#include <vector>

namespace amplify::detail {

/// A regular expression in JavaScript's syntax, compiled.
class Pattern {
 public:
  enum class Case { matters, ignored };

  struct Match {
    enum class Outcome {
      found,
      none,
      /// The expression is of another syntax, takes too long, or the text isn't UTF-8.
      unknown
    };
    Outcome outcome = Outcome::unknown;
    /// What was found, and the parts that the groups matched, in the text. Those that took no part
    /// are empty.
    std::vector<std::string_view> groups{};
  };

  explicit Pattern(std::string_view expression, Case letters = Case::matters);
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  ~Pattern();

  /// The first place where it matches.
  Match search(std::string_view text) const;

 private:
  struct Code;
  std::unique_ptr<const Code> code_;
};

}  // namespace amplify::detail
