// SPDX-License-Identifier: Apache-2.0
#include "backend/identity.hpp"
#include "run/aws.hpp"
#include "run/commands/commands.hpp"
#include "run/identity_options.hpp"
#include "run/parser.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <iostream>

#include <termios.h>
#include <unistd.h>

namespace amplify::detail {
namespace {

/// Keeps what is typed off the screen.
class Hidden {
 public:
  Hidden() {
    if (::tcgetattr(STDIN_FILENO, &before_) != 0) return;
    is_terminal_ = true;
    auto silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSANOW, &silent);
  }
  Hidden(const Hidden&) = delete;
  Hidden& operator=(const Hidden&) = delete;
  ~Hidden() {
    if (is_terminal_) ::tcsetattr(STDIN_FILENO, TCSANOW, &before_);
  }

 private:
  termios before_{};
  bool is_terminal_ = false;
};

/// From a prompt, or from what is piped in, without the end of its last line.
std::string read_value(const std::string& name, Terminal& terminal) {
  std::string value;
  if (terminal.interactive()) {
    terminal.write(fmt::format("Value of {}: ", name));
    {
      const Hidden hidden;
      std::getline(std::cin, value);
    }
    terminal.write("\n");
  } else {
    value.assign(std::istreambuf_iterator<char>(std::cin), {});
    if (value.ends_with('\n')) value.pop_back();
  }
  if (!value.empty()) return value;
  refuse(
      "EmptySecretError", "secret set", "there is no value",
      fmt::format("pipe it in, as in `backend secret set {} < file`, or type it", name)
  );
}

void check_name(const std::string& name) {
  // https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html
  const auto usable = [](unsigned char c) {
    return c < 128 && (std::isalnum(c) != 0 || c == '_' || c == '.' || c == '-');
  };
  if (!name.empty() && std::ranges::all_of(name, usable)) return;
  refuse(
      "InvalidSecretNameError", "secret", fmt::format("'{}' is no name of a secret", name),
      "use letters, digits, `_`, `.` and `-`"
  );
}

class Secret : public Command {
 public:
  std::string_view name() const override { return "secret"; }
  std::string_view summary() const override { return "Set, show and remove secrets"; }
  std::string_view examples() const override {
    return "secret set GOOGLE_CLIENT_SECRET\n"
           "secret list --branch main --app-id d1abc\n"
           "secret remove OLD_KEY --shared --app-id d1abc";
  }

  void describe(CLI::App& command) override {
    command.require_subcommand(1);
    auto* const set = add(command, "set", "Set a secret: the value is typed, or piped in", true);
    auto* const get = add(command, "get", "Print a secret's value", true);
    auto* const list = add(command, "list", "List the names of secrets", false);
    auto* const remove = add(command, "remove", "Remove a secret, or all with --all", false);
    remove->add_option("NAME", secret_, "Name of the secret");
    remove->add_flag("--all", all_, "Remove every secret of the deployment");
    for (auto* const reading : {get, list})
      reading->add_flag("--json", json_, "Print JSON");
    set->callback([this] { action_ = &Secret::set; });
    get->callback([this] { action_ = &Secret::get; });
    list->callback([this] { action_ = &Secret::list; });
    remove->callback([this] { action_ = &Secret::remove; });
  }

  int execute(const Backend&, Terminal& terminal) override {
    (this->*action_)(terminal);
    return 0;
  }

 private:
  using Action = void (Secret::*)(Terminal&);

  CLI::App* add(
      CLI::App& command, const std::string& name, const std::string& description, bool named
  ) {
    auto* const below = command.add_subcommand(name, description);
    if (named) below->add_option("NAME", secret_, "Name of the secret")->required();
    below->add_flag("--shared", shared_, "Of all branches of an app, in place of one deployment");
    add_text(*below, "--profile", profile_, "AWS profile");
    identity_.describe(*below);
    // `--shared` needs the app alone.
    below->get_option("--app-id")->remove_needs(below->get_option("--branch"));
    return below;
  }

  std::string path() const {
    if (!shared_) return parameter_prefix(backend_identifier(identity_, read_context())) + "/";
    if (identity_.appId.empty()) {
      refuse(
          "CommandLineError", "secret", "--shared needs --app-id",
          "name the app whose branches share the secret: --app-id d1abc"
      );
    }
    return shared_parameter_prefix(identity_.appId) + "/";
  }

  void set(Terminal& terminal) {
    check_name(secret_);
    const auto value = read_value(secret_, terminal);
    Aws(profile_).put_secret(path() + secret_, value);
    terminal.write(fmt::format("{}{} is set\n", path(), secret_));
  }

  void get(Terminal& terminal) {
    check_name(secret_);
    const auto value = Aws(profile_).parameter(path() + secret_);
    if (!value) no_secret();
    terminal.write(
        json_ ? nlohmann::json({{"name", secret_}, {"value", *value}}).dump(2) + "\n"
              : *value + "\n"
    );
  }

  void list(Terminal& terminal) {
    const auto names = Aws(profile_).parameters_below(path());
    if (json_) return terminal.write(nlohmann::json(names).dump(2) + "\n");
    for (const auto& name : names)
      terminal.write(name + "\n");
  }

  void remove(Terminal& terminal) {
    if (all_ == !secret_.empty()) {
      refuse(
          "CommandLineError", "secret remove", "it takes the name of a secret, or --all",
          "write `backend secret remove NAME`"
      );
    }
    const Aws aws(profile_);
    if (!all_) {
      check_name(secret_);
      if (!aws.delete_parameter(path() + secret_)) no_secret();
      return terminal.write(fmt::format("{}{} is removed\n", path(), secret_));
    }
    for (const auto& name : aws.parameters_below(path())) {
      aws.delete_parameter(path() + name);
      terminal.write(fmt::format("{}{} is removed\n", path(), name));
    }
  }

  [[noreturn]] void no_secret() const {
    refuse(
        "SecretNotFoundError", "secret", fmt::format("there is no secret {}{}", path(), secret_),
        "`backend secret list` shows the names there are"
    );
  }

  Action action_ = nullptr;
  std::string secret_{};
  bool all_ = false;
  bool shared_ = false;
  bool json_ = false;
  std::string profile_{};
  IdentityOptions identity_{};
};

}  // namespace

std::unique_ptr<Command> make_secret() { return std::make_unique<Secret>(); }

}  // namespace amplify::detail
