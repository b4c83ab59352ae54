// SPDX-License-Identifier: Apache-2.0
#include <amplify/run.hpp>

#include "run/command.hpp"
#include "run/parser.hpp"

#include <fmt/format.h>
#include <amplify/error.hpp>

#include <cstdio>
#include <exception>

namespace amplify {
namespace {

constexpr int user_error = 1;
constexpr int internal_error = 70;  // EX_SOFTWARE of sysexits.h

}  // namespace

int run(const Backend& backend, int argc, char** argv) try {
  detail::Terminal terminal;
  const auto commands = detail::commands();
  const auto line = detail::parse_command_line(commands, argc, argv);
  if (line.command != nullptr) return line.command->execute(backend, terminal);
  terminal.write(line.text);
  return 0;
} catch (const UserError& error) {
  fmt::print(stderr, "{}\n", error.what());
  return user_error;
} catch (const std::exception& error) {
  fmt::print(
      stderr,
      "internal error: {}\nThis is a fault of amplify-cpp, not of your backend. Please report it.\n",
      error.what()
  );
  return internal_error;
}

}  // namespace amplify
