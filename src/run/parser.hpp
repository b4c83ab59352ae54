// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/command.hpp"

#include <string>

namespace CLI {
class Option;
}

namespace amplify::detail {

/// The command line, parsed: a command with its options filled in, or a text to print.
struct CommandLine {
  /// Of the list that was given; null when there is nothing to do but to print `text`.
  Command* command = nullptr;
  /// What `--help` or `--version` prints.
  std::string text{};
  /// `--debug`: errors show what they came from.
  bool debug = false;
};

/// Errors: UserError `CommandLineError`, with a suggestion.
CommandLine parse_command_line(
    const std::vector<std::unique_ptr<Command>>& commands, int argc, const char* const* argv
);

/// A command's words, for shells to complete.
struct CommandWords {
  std::string name{};
  std::string summary{};
  /// `--output`, with one line on each.
  struct Option {
    std::string name{};
    std::string description{};
  };
  std::vector<Option> options{};
  /// `get`, `set` of `secret`.
  std::vector<CommandWords> subcommands{};
};

std::vector<CommandWords> command_words(const std::vector<std::unique_ptr<Command>>& commands);

/// An option with a text. An empty one, as from an unset variable of a shell, is refused: it would
/// choose the default unnoticed.
CLI::Option* add_text(
    CLI::App& command, const std::string& name, std::string& text, const std::string& description
);

/// The candidate that a user most likely meant; empty if none is near.
std::string_view nearest(std::string_view written, const std::vector<std::string>& candidates);

}  // namespace amplify::detail
