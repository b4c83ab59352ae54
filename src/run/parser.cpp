// SPDX-License-Identifier: Apache-2.0
#include "run/parser.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <amplify/detail/suggestion.hpp>
#include <amplify/error.hpp>
#include <amplify/version.hpp>

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

namespace amplify::detail {
namespace {

constexpr std::string_view default_command = "synth";

/// The arguments, with the default command where none is named. CLI11 takes them last first.
std::vector<std::string> arguments(int argc, const char* const* argv) {
  std::vector<std::string> all(argv + std::min(argc, 1), argv + argc);
  static constexpr std::array<std::string_view, 3> general{"--help", "-h", "--version"};
  const bool named = !all.empty() && (!all[0].starts_with('-') ||
                                      std::ranges::find(general, all[0]) != general.end());
  if (!named) all.insert(all.begin(), std::string(default_command));
  std::ranges::reverse(all);
  return all;
}

std::vector<std::string> names(const std::vector<std::unique_ptr<Command>>& commands) {
  std::vector<std::string> all;
  for (const auto& command : commands)
    all.emplace_back(command->name());
  return all;
}

/// `--output` for `--outptu`, of the command and of those below it.
std::vector<std::string> options_of(const CLI::App& command) {
  std::vector<std::string> all;
  for (const auto* const option : command.get_options()) {
    for (const auto& name : option->get_lnames())
      all.push_back("--" + name);
  }
  return all;
}

[[noreturn]] void refuse(std::string message, std::string help) {
  throw UserError(Diagnostic{
      .code = "CommandLineError",
      .where = "command line",
      .message = std::move(message),
      .help = std::move(help)
  });
}

std::string did_you_mean(
    std::string_view written, const std::vector<std::string>& candidates, std::string otherwise
) {
  const auto near = nearest(written, candidates);
  return near.empty() ? std::move(otherwise) : fmt::format("did you mean `{}`?", near);
}

/// The innermost command that the user named.
const CLI::App& chosen(const CLI::App& app) {
  const auto below = app.get_subcommands();
  return below.empty() ? app : chosen(*below.back());
}

/// `backend secret set`
std::string full_name(const CLI::App& command) {
  const CLI::App* const parent = command.get_parent();
  return (parent ? full_name(*parent) + " " : std::string()) + command.get_name();
}

/// Of those below a command.
std::vector<std::string> subcommands_of(const CLI::App& command) {
  std::vector<std::string> all;
  for (const auto* const below : command.get_subcommands([](const CLI::App*) { return true; })) {
    // Groups of options are commands without a name.
    if (!below->get_name().empty()) all.push_back(below->get_name());
  }
  return all;
}

/// For a command that asks for one below it, of which CLI11 says no more than that.
void check_subcommand(const CLI::App& command) {
  const auto known = subcommands_of(command);
  if (known.empty()) return;
  const auto extras = command.remaining();
  const std::string written = extras.empty() ? std::string() : extras.front();
  const std::string name = full_name(command);
  refuse(
      written.empty() ? fmt::format("`{}` asks what", name)
                      : fmt::format("there is no `{} {}`", name, written),
      did_you_mean(
          written, known,
          fmt::format("it is one of {}; `{} --help` tells about them", fmt::join(known, ", "), name)
      )
  );
}

std::string footer(std::string_view examples) {
  std::string text = "Examples:";
  for (std::string_view rest = examples; !rest.empty();) {
    const auto end = std::min(rest.find('\n'), rest.size());
    text += fmt::format("\n  backend {}", rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return text;
}

/// Adds every command; the one that is named ends up in `line`.
void describe(
    CLI::App& app, const std::vector<std::unique_ptr<Command>>& commands, CommandLine& line
) {
  app.set_version_flag("--version", AMPLIFY_VERSION, "Print the version of amplify-cpp");
  app.require_subcommand(1);
  for (const auto& command : commands) {
    auto* const parsed =
        app.add_subcommand(std::string(command->name()), std::string(command->summary()));
    command->describe(*parsed);
    parsed->add_flag("--debug", line.debug, "Show what errors came from");
    if (!command->examples().empty()) parsed->footer(footer(command->examples()));
    parsed->callback([&line, command = command.get()] { line.command = command; });
  }
}

void add_options(const CLI::App& command, CommandWords& words) {
  for (const auto* const option : command.get_options()) {
    for (const auto& name : option->get_lnames())
      words.options.push_back({"--" + name, option->get_description()});
  }
}

CommandWords words_of(const CLI::App& command) {
  CommandWords words{.name = command.get_name(), .summary = command.get_description()};
  add_options(command, words);
  for (const auto* const below : command.get_subcommands([](const CLI::App*) { return true; })) {
    // Groups of options are commands without a name.
    if (below->get_name().empty())
      add_options(*below, words);
    else
      words.subcommands.push_back(words_of(*below));
  }
  return words;
}

}  // namespace

std::vector<CommandWords> command_words(const std::vector<std::unique_ptr<Command>>& commands) {
  CommandLine line;
  CLI::App app;
  describe(app, commands, line);
  return words_of(app).subcommands;
}

std::string_view nearest(std::string_view written, const std::vector<std::string>& candidates) {
  return suggestion(written)
      .among(candidates.size(), [&](std::size_t i) -> std::string_view { return candidates[i]; })
      .best();
}

CLI::Option* add_text(
    CLI::App& command, const std::string& name, std::string& text, const std::string& description
) {
  const auto fault = [](const std::string& value) {
    return std::string(value.empty() ? "the value is empty" : "");
  };
  return command.add_option(name, text, description)->check(fault);
}

CommandLine parse_command_line(
    const std::vector<std::unique_ptr<Command>>& commands, int argc, const char* const* argv
) {
  CommandLine line;
  CLI::App app("Synthesizes, shows, checks and deploys an AWS Amplify backend.", "backend");
  describe(app, commands, line);
  std::vector<std::string> all = arguments(argc, argv);
  const std::string first = all.back();
  const auto is_it = [&](const CLI::App* known) { return known->check_name(first); };
  // CLI11 would say no more than that a command is required.
  if (!first.starts_with('-') && app.get_subcommands(is_it).empty()) {
    refuse(
        fmt::format("there is no command '{}'", first),
        did_you_mean(
            first, names(commands),
            fmt::format(
                "the commands are {}; `backend COMMAND --help` lists their options",
                fmt::join(names(commands), ", ")
            )
        )
    );
  }
  try {
    app.parse(std::move(all));
  } catch (const CLI::Success& request) {
    std::ostringstream text;
    app.exit(request, text, text);
    line = {.text = text.str()};
  } catch (const CLI::ExtrasError& error) {
    const auto& command = chosen(app);
    const std::string help = fmt::format("`{} --help` lists its options", full_name(command));
    const auto extras = command.remaining();
    const std::string unknown = extras.empty() ? std::string() : extras.front();
    refuse(error.what(), did_you_mean(unknown, options_of(command), help));
  } catch (const CLI::ParseError& error) {
    check_subcommand(chosen(app));
    refuse(error.what(), fmt::format("`{} --help` lists what it takes", full_name(chosen(app))));
  }
  return line;
}

}  // namespace amplify::detail
