// SPDX-License-Identifier: Apache-2.0
#include "run/text_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace amplify::detail {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t narrowest = 6;

std::vector<std::size_t> widths(const TextTable& table, std::size_t room) {
  std::vector<std::size_t> result;
  for (const auto& cell : table.heading)
    result.push_back(display_width(cell));
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i)
      result[i] = std::max(result[i], display_width(row[i]));
  }
  const std::size_t gaps = gap * (result.size() - 1);
  while (std::reduce(result.begin(), result.end()) + gaps > room) {
    auto& widest = *std::ranges::max_element(result);
    if (widest <= narrowest) break;
    --widest;
  }
  return result;
}

std::string line(const std::vector<std::string>& row, const std::vector<std::size_t>& widths) {
  std::string text;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string cell = shortened(row[i], widths[i]);
    text += cell;
    if (i + 1 < row.size()) text.append(widths[i] - display_width(cell) + gap, ' ');
  }
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

/// A `|` would end the cell.
std::string markdown_line(const std::vector<std::string>& row) {
  std::string text = "|";
  for (const std::string& cell : row) {
    text += ' ';
    for (const char c : cell)
      text += c == '|' ? std::string("\\|") : std::string(1, c);
    text += " |";
  }
  return text + "\n";
}

std::string html_line(const std::vector<std::string>& row, std::string_view tag) {
  std::string text = "<tr>";
  for (const std::string& cell : row)
    text += fmt::format("<{0}>{1}</{0}>", tag, escaped(cell));
  return text + "</tr>\n";
}

}  // namespace

std::string TextTable::text(const Terminal& terminal) const {
  const auto columns = widths(*this, terminal.width());
  std::string result = terminal.styled(Terminal::Style::bold, line(heading, columns)) + "\n";
  for (const auto& row : rows)
    result += line(row, columns) + "\n";
  return result;
}

std::string TextTable::markdown() const {
  std::string result =
      markdown_line(heading) + markdown_line(std::vector<std::string>(heading.size(), "---"));
  for (const auto& row : rows)
    result += markdown_line(row);
  return result;
}

std::string TextTable::html() const {
  std::string result = "<table>\n" + html_line(heading, "th");
  for (const auto& row : rows)
    result += html_line(row, "td");
  return result + "</table>\n";
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

}  // namespace amplify::detail
