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
