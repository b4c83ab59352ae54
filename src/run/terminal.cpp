// SPDX-License-Identifier: Apache-2.0
#include "run/terminal.hpp"

#include <fmt/format.h>
#include <amplify/error.hpp>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <system_error>

#include <sys/ioctl.h>
#include <unistd.h>

namespace amplify::detail {
namespace {

constexpr std::size_t narrowest = 40;
constexpr std::size_t widest = 400;

std::string_view variable(const char* name) {
  const char* const value = std::getenv(name);
  return value != nullptr ? value : "";
}

std::size_t width(bool is_terminal) {
  std::size_t columns = 80;
  winsize size{};
  const auto text = variable("COLUMNS");
  if (is_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    columns = size.ws_col;
  } else {
    std::from_chars(text.data(), text.data() + text.size(), columns);
  }
  return std::clamp(columns, narrowest, widest);
}

Terminal::Options standard_output() {
  const bool is_terminal = isatty(STDOUT_FILENO) != 0;
  // https://no-color.org, https://force-color.org
  const bool plain = !variable("NO_COLOR").empty() || variable("TERM") == "dumb";
  const bool forced = !variable("FORCE_COLOR").empty() && variable("FORCE_COLOR") != "0";
  return {
      .color = forced || (is_terminal && !plain),
      .width = width(is_terminal),
      .wraps = is_terminal,
      .interactive = is_terminal && isatty(STDIN_FILENO) != 0,
  };
}

std::string_view code(Terminal::Style style) {
  switch (style) {
    case Terminal::Style::plain:
      return "";
    case Terminal::Style::bold:
      return "1";
    case Terminal::Style::dim:
      return "2";
    case Terminal::Style::red:
      return "31";
    case Terminal::Style::green:
      return "32";
    case Terminal::Style::yellow:
      return "33";
    case Terminal::Style::cyan:
      return "36";
  }
  return "";
}

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// The bytes of the first character, or of the escape sequence before one.
std::size_t first_part(std::string_view text) {
  if (text.starts_with("\x1b[")) return std::min(text.find('m'), text.size() - 1) + 1;
  std::size_t size = 1;
  while (size < text.size() && continues(text[size]))
    ++size;
  return size;
}

bool is_visible(std::string_view part) { return part[0] != '\x1b'; }

std::size_t visible_width(std::string_view text) {
  std::size_t count = 0;
  for (; !text.empty(); text.remove_prefix(first_part(text)))
    count += is_visible(text) ? 1 : 0;
  return count;
}

/// Where lines go on that follow a broken one.
std::size_t hanging_indent(std::string_view line, std::size_t width) {
  const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
  std::size_t indent = begin + 2;
  for (std::size_t gap = line.find("  ", begin); gap != line.npos; gap = line.find("  ", gap)) {
    gap = std::min(line.find_first_not_of(' ', gap), line.size());
    const std::size_t column = visible_width(line.substr(0, gap));
    if (column > width / 2) break;
    indent = column;
  }
  return std::min(indent, width / 2);
}

void wrap(std::string& out, std::string_view line, std::size_t width) {
  if (visible_width(line) <= width) {
    out += line;
    return;
  }
  const std::string next = "\n" + std::string(hanging_indent(line, width), ' ');
  std::size_t column = 0;
  while (!line.empty()) {
    const std::size_t gap = std::min(line.find_first_not_of(' '), line.size());
    const auto word = line.substr(gap, std::min(line.find(' ', gap), line.size()) - gap);
    if (column > 0 && column + gap + visible_width(word) > width) {
      out += next;
      column = next.size() - 1;
    } else {
      out.append(gap, ' ');
      column += gap;
    }
    // A word may be longer than a line.
    for (auto rest = word; !rest.empty(); rest.remove_prefix(first_part(rest))) {
      if (is_visible(rest) && column++ == width) {
        out += next;
        column = next.size();
      }
      out += rest.substr(0, first_part(rest));
    }
    line.remove_prefix(gap + word.size());
  }
}

}  // namespace

Terminal::Terminal() : options_(standard_output()) {}

std::string Terminal::styled(Style style, std::string_view text) const {
  if (!options_.color || style == Style::plain) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", code(style), text);
}

void Terminal::write(std::string_view text) {
  // Under shells that is where the program's result goes, so to lose it is an error.
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0)
    return;
  throw UserError(Diagnostic{
      .code = "StandardOutputError",
      .where = "standard output",
      .message = fmt::format("it can't be written: {}", std::generic_category().message(errno)),
      .help = "send it to a file or terminal that takes it"
  });
}

void Terminal::report(std::string_view text) {
  write(options_.wraps ? wrapped(text, options_.width) : std::string(text));
}

std::string wrapped(std::string_view text, std::size_t width) {
  std::string result;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    wrap(result, text.substr(0, end), width);
    if (end < text.size()) result += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result;
}

std::size_t display_width(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return !continues(c); })
  );
}

std::string shortened(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  std::size_t end = 0;
  for (std::size_t kept = 0; end < text.size(); ++end) {
    if (continues(text[end])) continue;
    if (++kept == width) break;
  }
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace amplify::detail
