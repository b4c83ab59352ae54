// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace amplify::detail {

/// Where a command's result goes: a terminal, a file, another program.
class Terminal {
 public:
  enum class Style { plain, bold, dim, red, green, yellow, cyan };

  struct Options {
    /// Escape sequences for colours.
    bool color = false;
    /// Characters in a line.
    std::size_t width = 80;
    /// Too long lines are broken between words: a terminal would break them anywhere.
    bool wraps = false;
    /// Somebody watches, and can answer.
    bool interactive = false;
  };

  /// What standard output is. Colours on a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`,
  /// or everywhere with `FORCE_COLOR`; the width from the terminal, else `COLUMNS`, else 80.
  Terminal();
  explicit Terminal(Options options) : options_(options) {}

  bool color() const { return options_.color; }
  std::size_t width() const { return options_.width; }
  bool interactive() const { return options_.interactive; }

  /// `text` in a style, or as it is without colours.
  std::string styled(Style style, std::string_view text) const;

  /// Writes data to standard output at once. Errors: UserError `StandardOutputError`.
  void write(std::string_view text);
  /// Writes text for people.
  void report(std::string_view text);

 private:
  Options options_;
};

/// `text` cut to `width` characters, the last of them `…`.
std::string shortened(std::string_view text, std::size_t width);

/// `text` with its lines broken between words where they are too long. What follows stands below
/// the last column of a line in columns, or else indented.
std::string wrapped(std::string_view text, std::size_t width);

/// How many characters of a terminal UTF-8 text takes.
std::size_t display_width(std::string_view text);

}  // namespace amplify::detail
