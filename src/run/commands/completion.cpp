// SPDX-License-Identifier: Apache-2.0
#include "run/commands/commands.hpp"
#include "run/parser.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace amplify::detail {
namespace {

std::string words(const CommandWords& command) {
  auto all = command.subcommands;
  for (const auto& option : command.options)
    all.push_back(option.name);
  return fmt::format("{}", fmt::join(all, " "));
}

/// Within single quotes of a shell.
std::string shell_quoted(std::string_view text) {
  std::string result;
  for (const char c : text)
    result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return "'" + result + "'";
}

/// As zsh takes `word:description`.
std::string described(std::string_view word, std::string_view description) {
  std::string text;
  for (const char c : description)
    text += c == ':' ? std::string("\\:") : std::string(1, c);
  return shell_quoted(fmt::format("{}:{}", word, text));
}

std::string bash(const std::vector<CommandWords>& commands) {
  std::string names;
  std::string cases;
  for (const auto& command : commands) {
    names += (names.empty() ? "" : " ") + command.name;
    cases += fmt::format("    {}) words={} ;;\n", command.name, shell_quoted(words(command)));
  }
  return fmt::format(
      R"sh(# bash completion of an amplify-cpp backend: source <(backend completion bash)
_amplify_backend() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} words=
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W {} -- "$current"))
    return
  fi
  case ${{COMP_WORDS[1]}} in
{}  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [ ${{#COMPREPLY[@]}} -eq 0 ]; then COMPREPLY=($(compgen -f -- "$current")); fi
}}
complete -o filenames -F _amplify_backend backend ./backend
)sh",
      shell_quoted(names), cases
  );
}

std::string zsh(const std::vector<CommandWords>& commands) {
  std::string names;
  std::string cases;
  for (const auto& command : commands) {
    names += " " + described(command.name, command.summary);
    std::string entries;
    for (const auto& below : command.subcommands)
      entries += " " + shell_quoted(below);
    for (const auto& option : command.options)
      entries += " " + described(option.name, option.description);
    cases += fmt::format("    {}) choices=({} ) ;;\n", command.name, entries);
  }
  return fmt::format(
      R"sh(#compdef backend
# zsh completion of an amplify-cpp backend: source <(backend completion zsh)
_amplify_backend() {{
  local -a choices
  if (( CURRENT == 2 )); then
    choices=({} )
    _describe command choices
    return
  fi
  case $words[2] in
{}  esac
  _describe option choices || _files
}}
compdef _amplify_backend backend ./backend
)sh",
      names, cases
  );
}

std::string fish(const std::vector<CommandWords>& commands) {
  std::string text =
      "# fish completion of an amplify-cpp backend: backend completion fish | source\n";
  const auto add = [&](std::string_view condition, std::string_view what, std::string_view about) {
    text += fmt::format(
        "complete -c backend -n {} {} -d {}\n", shell_quoted(condition), what, shell_quoted(about)
    );
  };
  for (const auto& command : commands) {
    add("__fish_use_subcommand", fmt::format("-f -a {}", command.name), command.summary);
    const auto here = fmt::format("__fish_seen_subcommand_from {}", command.name);
    for (const auto& below : command.subcommands)
      add(here, fmt::format("-f -a {}", below), "");
    for (const auto& option : command.options)
      add(here, fmt::format("-l {}", option.name.substr(2)), option.description);
  }
  return text;
}

class Completion : public Command {
 public:
  std::string_view name() const override { return "completion"; }
  std::string_view summary() const override { return "Print a script that completes commands"; }
  std::string_view examples() const override {
    return "completion bash > ~/.local/share/bash-completion/completions/backend\n"
           "completion fish > ~/.config/fish/completions/backend.fish";
  }

  void describe(CLI::App& command) override {
    command.add_option("SHELL", shell_, "Which shell: bash, zsh or fish")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  }

  int execute(const Backend&, Terminal& terminal) override {
    const auto all = command_words(commands());
    terminal.write(shell_ == "bash" ? bash(all) : shell_ == "zsh" ? zsh(all) : fish(all));
    return 0;
  }

 private:
  std::string shell_{};
};

}  // namespace

std::unique_ptr<Command> make_completion() { return std::make_unique<Completion>(); }

}  // namespace amplify::detail
