// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/terminal.hpp"

#include <string>
#include <vector>

namespace amplify::detail {

/// Rows of cells under a heading, for a terminal, Markdown or HTML.
struct TextTable {
  std::vector<std::string> heading{};
  std::vector<std::vector<std::string>> rows{};

  /// Columns side by side. What is wider than the terminal is cut in its widest columns.
  std::string text(const Terminal& terminal) const;
  std::string markdown() const;
  /// A `<table>`.
  std::string html() const;
};

/// For HTML.
std::string escaped(std::string_view text);

}  // namespace amplify::detail
