// SPDX-License-Identifier: Apache-2.0
#include "run/commands/commands.hpp"
#include "run/parser.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace amplify::detail {
namespace {

std::vector<std::string> names(const std::vector<CommandWords>& commands) {
  std::vector<std::string> all;
  for (const auto& command : commands)
    all.push_back(command.name);
  return all;
}

std::string words(const CommandWords& command) {
  auto all = names(command.subcommands);
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

/// A pattern for what was typed before, `secret set`: that alone, or with anything after it.
std::string typed(std::string_view words) { return fmt::format("'{0}'|'{0} '*", words); }

/// The commands below come first, since the pattern of the one above them takes everything.
void bash_cases(const CommandWords& command, const std::string& above, std::string& cases) {
  const auto name = above + command.name;
  for (const auto& below : command.subcommands)
    bash_cases(below, name + " ", cases);
  cases += fmt::format("    {}) words={} ;;\n", typed(name), shell_quoted(words(command)));
}

std::string bash(const std::vector<CommandWords>& commands) {
  std::string cases;
  for (const auto& command : commands)
    bash_cases(command, "", cases);
  return fmt::format(
      R"sh(# bash completion of an amplify-cpp backend: source <(backend completion bash)
_amplify_backend() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} words=
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W {} -- "$current"))
    return
  fi
  case "${{COMP_WORDS[*]:1:COMP_CWORD-1}}" in
{}  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [ ${{#COMPREPLY[@]}} -eq 0 ]; then COMPREPLY=($(compgen -f -- "$current")); fi
}}
complete -o filenames -F _amplify_backend backend ./backend
)sh",
      shell_quoted(fmt::format("{}", fmt::join(names(commands), " "))), cases
  );
}

std::string described(const std::vector<CommandWords>& commands) {
  std::string text;
  for (const auto& command : commands)
    text += " " + described(command.name, command.summary);
  return text;
}

void zsh_cases(const CommandWords& command, const std::string& above, std::string& cases) {
  const auto name = above + command.name;
  for (const auto& below : command.subcommands)
    zsh_cases(below, name + " ", cases);
  auto entries = described(command.subcommands);
  for (const auto& option : command.options)
    entries += " " + described(option.name, option.description);
  cases += fmt::format("    {}) choices=({} ) ;;\n", typed(name), entries);
}

std::string zsh(const std::vector<CommandWords>& commands) {
  std::string cases;
  for (const auto& command : commands)
    zsh_cases(command, "", cases);
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
  case "${{words[2,CURRENT-1]}}" in
{}  esac
  _describe option choices || _files
}}
compdef _amplify_backend backend ./backend
)sh",
      described(commands), cases
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
  const auto add_options = [&](std::string_view condition, const CommandWords& command) {
    for (const auto& option : command.options)
      add(condition, fmt::format("-l {}", option.name.substr(2)), option.description);
  };
  for (const auto& command : commands) {
    add("__fish_use_subcommand", fmt::format("-f -a {}", command.name), command.summary);
    const auto here = fmt::format("__fish_seen_subcommand_from {}", command.name);
    add_options(here, command);
    for (const auto& below : command.subcommands) {
      add(here, fmt::format("-f -a {}", below.name), below.summary);
      add_options(fmt::format("{}; and __fish_seen_subcommand_from {}", here, below.name), below);
    }
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
