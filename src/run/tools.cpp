// SPDX-License-Identifier: Apache-2.0
#include "run/tools.hpp"

#include "run/process.hpp"

#include <fmt/format.h>
#include <amplify/error.hpp>

#include <cctype>
#include <charconv>
#include <filesystem>

namespace amplify::detail {
namespace {

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

/// The first `1.2.3` in a text.
std::string version_in(std::string_view text) {
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (!is_digit(text[begin])) continue;
    auto end = begin;
    while (end < text.size() && (is_digit(text[end]) || text[end] == '.'))
      ++end;
    const auto found = text.substr(begin, end - begin);
    if (found.find('.') != found.npos && is_digit(found.back())) return std::string(found);
    begin = end;
  }
  return {};
}

/// Takes the first number off.
int next_number(std::string_view& version) {
  int number = 0;
  const auto [end, error] =
      std::from_chars(version.data(), version.data() + version.size(), number);
  version.remove_prefix(static_cast<std::size_t>(end - version.data()));
  if (!version.empty()) version.remove_prefix(1);
  return error == std::errc() ? number : 0;
}

}  // namespace

Tool find_tool(std::string_view name) {
  const auto program = find_program(name);
  if (program.empty()) return {};
  const auto result = run_process({program, "--version"});
  auto version = version_in(result.out);
  if (version.empty()) version = version_in(result.err);
  return {.command = {program}, .version = version};
}

std::vector<std::string> cdk_command() {
  const auto local = std::filesystem::path("node_modules") / ".bin" / "cdk";
  if (std::filesystem::exists(local)) return {local.string()};
  if (const auto program = find_program("cdk"); !program.empty()) return {program};
  if (const auto npx = find_program("npx"); !npx.empty()) {
    return {npx, "--yes", fmt::format("aws-cdk@{}", cdk_version)};
  }
  throw UserError(Diagnostic{
      .code = "ToolNotFoundError",
      .where = "cdk",
      .message = "there is neither `cdk` nor `npx`",
      .help = fmt::format("install Node.js 20 or later, then `npm install aws-cdk@{}`", cdk_version)
  });
}

bool is_older(std::string_view version, std::string_view than) {
  while (!version.empty() || !than.empty()) {
    const int left = next_number(version);
    const int right = next_number(than);
    if (left != right) return left < right;
  }
  return false;
}

}  // namespace amplify::detail
