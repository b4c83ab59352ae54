// SPDX-License-Identifier: Apache-2.0
#include "run/identity_options.hpp"

#include "cdk/text.hpp"
#include "run/parser.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <amplify/error.hpp>

#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>

namespace amplify::detail {
namespace {

DeploymentType deployment_type(const std::string& name) {
  if (name == "sandbox") return DeploymentType::sandbox;
  if (name == "branch") return DeploymentType::branch;
  if (name == "standalone") return DeploymentType::standalone;
  throw UserError(Diagnostic{
      .code = "InvalidIdentifierError",
      .where = "amplify-backend-type",
      .message = fmt::format("'{}' is no type of deployment", name),
      .help = "write sandbox, branch or standalone"
  });
}

/// A name becomes a tag, and must leave something for the name of the stack.
void check_name(std::string_view where, std::string_view name) {
  const auto refuse = [&](std::string message, std::string help) {
    throw UserError(Diagnostic{
        .code = "InvalidIdentifierError",
        .where = std::string(where),
        .message = std::move(message),
        .help = std::move(help)
    });
  };
  if (!cdk::is_printable(name)) refuse("it is no printable text", "write it in UTF-8, on one line");
  const auto usable = [](unsigned char c) { return c < 128 && std::isalnum(c) != 0; };
  if (std::ranges::any_of(name, usable)) return;
  refuse(
      fmt::format("'{}' has no letter or digit", name),
      "the name of the root stack is made from its letters and digits"
  );
}

}  // namespace

void IdentityOptions::describe(CLI::App& command) {
  auto* const name = add_text(command, "--identifier", identifier, "Name of your sandbox");
  auto* const of_branch =
      add_text(command, "--branch", branch, "Branch of an app in Amplify Hosting");
  auto* const of_app = add_text(command, "--app-id", appId, "Id of that app");
  name->excludes(of_branch);
  of_branch->needs(of_app);
  of_app->needs(of_branch);
}

BackendIdentifier backend_identifier(const IdentityOptions& options, const Context& context) {
  BackendIdentifier identifier;
  identifier.space = context.space.value_or(identifier.space);
  identifier.name = context.name.value_or(identifier.name);
  if (context.type) identifier.type = deployment_type(*context.type);
  if (!options.branch.empty()) {
    identifier = {.space = options.appId, .name = options.branch, .type = DeploymentType::branch};
  }
  if (!options.identifier.empty()) {
    identifier.name = options.identifier;
    identifier.type = DeploymentType::sandbox;
  }
  check_name("name of the backend", identifier.name);
  check_name("namespace of the backend", identifier.space);
  return identifier;
}

}  // namespace amplify::detail
