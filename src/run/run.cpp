// SPDX-License-Identifier: Apache-2.0
#include <amplify/run.hpp>

#include "cdk/program.hpp"
#include "run/command.hpp"
#include "run/parser.hpp"
#include "run/process.hpp"

#include <exception>

namespace amplify {

int run(const Backend& backend, int argc, char** argv) try {
  detail::Terminal terminal;
  const auto commands = detail::commands();
  const auto line = detail::parse_command_line(commands, argc, argv);
  detail::tell_failures(line.debug);
  if (line.command != nullptr) return line.command->execute(backend, terminal);
  terminal.report(line.text);
  return 0;
} catch (const std::exception&) {
  return cdk::report_exception();
}

}  // namespace amplify
