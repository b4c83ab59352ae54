// SPDX-License-Identifier: Apache-2.0
#include "run/options.hpp"

#include "cdk/text.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <amplify/error.hpp>
#include <amplify/version.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <optional>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

namespace amplify::detail {
namespace {

/// The arguments, with the default command where none is named. CLI11 takes them last first.
std::vector<std::string> arguments(int argc, const char* const* argv) {
  std::vector<std::string> all(argv + std::min(argc, 1), argv + argc);
  static constexpr std::array<std::string_view, 3> general{"--help", "-h", "--version"};
  const bool named = !all.empty() && (!all[0].starts_with('-') ||
                                      std::ranges::find(general, all[0]) != general.end());
  if (!named) all.insert(all.begin(), "synth");
  std::ranges::reverse(all);
  return all;
}

/// An option with a text. An empty one, as from an unset variable of a shell, is refused: it would
/// choose the default unnoticed, which for a branch is a sandbox.
CLI::Option* add_text(
    CLI::App& command, const std::string& name, std::string& text, const std::string& description
) {
  const auto fault = [](const std::string& value) {
    return std::string(value.empty() ? "the value is empty" : "");
  };
  return command.add_option(name, text, description)->check(fault);
}

void add_identity(CLI::App& command, Options& options) {
  auto* const identifier =
      add_text(command, "--identifier", options.identifier, "Name of your sandbox");
  auto* const branch =
      add_text(command, "--branch", options.branch, "Branch of an app in Amplify Hosting");
  auto* const app_id = add_text(command, "--app-id", options.appId, "Id of that app");
  identifier->excludes(branch);
  branch->needs(app_id);
  app_id->needs(branch);
}

void describe(CLI::App& app, Options& options) {
  app.set_version_flag("--version", AMPLIFY_VERSION, "Print the version of amplify-cpp");
  app.require_subcommand(1);

  auto* const synth = app.add_subcommand("synth", "Write the cloud assembly (default)");
  add_text(
      *synth, "-o,--output", options.output, "Directory to write; default: CDK_OUTDIR, or cdk.out"
  );
  synth->add_flag("--indent", options.indent, "Indent the templates");
  add_identity(*synth, options);
  synth->callback([&options] { options.command = Options::Command::synth; });

  auto* const print = app.add_subcommand("print", "Print a template");
  auto* const stack =
      add_text(*print, "STACK", options.stack, "Which stack, as synth lists it; default: the root");
  auto* const what = print->add_option_group("instead of a template");
  what->add_flag("--graphql", options.graphql, "Print the GraphQL schema that AppSync gets")
      ->excludes(stack);
  what->add_flag(
          "--introspection", options.introspection,
          "Print the model_introspection of amplify_outputs.json"
  )
      ->excludes(stack);
  add_text(
      *what, "--resolver", options.resolver, "Print the resolver of a field, such as Query.getPost"
  )
      ->excludes(stack);
  what->require_option(0, 1);
  add_identity(*print, options);
  print->callback([&options] { options.command = Options::Command::print; });
}

[[noreturn]] void refuse(std::string message) {
  throw UserError(Diagnostic{
      .code = "CommandLineError",
      .where = "command line",
      .message = std::move(message),
      .help = "the commands are synth and print; `backend COMMAND --help` lists their options"
  });
}

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

Options parse_options(int argc, const char* const* argv) {
  Options options;
  CLI::App app("Synthesizes, shows and checks an AWS Amplify backend.", "backend");
  describe(app, options);
  std::vector<std::string> all = arguments(argc, argv);
  const std::string& command = all.back();
  const auto is_it = [&](const CLI::App* known) { return known->check_name(command); };
  // CLI11 would say no more than that a command is required.
  if (!command.starts_with('-') && app.get_subcommands(is_it).empty()) {
    refuse(fmt::format("there is no command '{}'", command));
  }
  try {
    app.parse(std::move(all));
  } catch (const CLI::Success& request) {
    std::ostringstream text;
    app.exit(request, text, text);
    options.command = Options::Command::nothing;
    options.text = text.str();
  } catch (const CLI::ParseError& error) {
    refuse(error.what());
  }
  if (options.output.empty()) {
    const char* const directory = std::getenv("CDK_OUTDIR");
    options.output = directory != nullptr && *directory != '\0' ? directory : "cdk.out";
  }
  return options;
}

BackendIdentifier backend_identifier(const Options& options, const Context& context) {
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
