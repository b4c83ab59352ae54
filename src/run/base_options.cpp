// SPDX-License-Identifier: Apache-2.0
#include "run/base_options.hpp"

#include "backend/identity.hpp"
#include "run/commands/commands.hpp"
#include "run/deployed.hpp"
#include "run/parser.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

namespace amplify::detail {

void BaseOptions::describe(CLI::App& command) {
  auto* const from = add_text(
      command, "--against", assembly, "Compare with the assembly in this directory, without AWS"
  );
  add_text(
      command, "--stack", stack, "Compare with this stack in AWS; default: this deployment's own"
  )
      ->excludes(from);
  add_text(command, "--profile", profile, "AWS profile");
}

std::optional<diff::Snapshot> BaseOptions::read(const BackendIdentifier& identifier) const {
  if (!assembly.empty()) return diff::read_assembly(assembly);
  auto deployed = deployed_snapshot(Aws(profile), stack.empty() ? stack_name(identifier) : stack);
  if (!deployed && !stack.empty()) {
    refuse(
        "StackDoesNotExistError", "--stack", fmt::format("there is no stack '{}'", stack),
        "name one that is deployed in this account and region"
    );
  }
  return deployed;
}

}  // namespace amplify::detail
