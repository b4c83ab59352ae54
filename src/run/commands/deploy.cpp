// SPDX-License-Identifier: Apache-2.0
#include "backend/identity.hpp"
#include "backend/state.hpp"
#include "data/introspection.hpp"
#include "run/client_config.hpp"
#include "run/commands/commands.hpp"
#include "run/deploy_failure.hpp"
#include "run/failed_construct.hpp"
#include "run/files.hpp"
#include "run/identity_options.hpp"
#include "run/parser.hpp"
#include "run/process.hpp"
#include "run/tools.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <amplify/error.hpp>

#include <chrono>
#include <filesystem>
#include <iostream>
#include <map>
#include <utility>

namespace amplify::detail {
namespace {

/// Shows how far a deployment is: a line that changes on a terminal, a line an event elsewhere.
class Progress {
 public:
  explicit Progress(Terminal& terminal) : terminal_(terminal) {}

  void show(const DeployEvent& event) {
    const auto seconds =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - start_)
            .count();
    const auto what = fmt::format(
        "{}/{} {:>4} s  {} {} {}", event.done, event.total, seconds, event.status, event.type,
        event.logicalId
    );
    if (!terminal_.interactive()) {
      terminal_.write(what + "\n");
      return;
    }
    terminal_.write(fmt::format("\r\x1b[K{}", shortened(bar(event) + what, terminal_.width() - 1)));
    shown_ = true;
  }
  /// What comes next begins on a line of its own.
  void finish() {
    if (shown_) terminal_.write("\n");
    shown_ = false;
  }

 private:
  static std::string bar(const DeployEvent& event) {
    constexpr int length = 20;
    const int filled =
        event.total > 0 ? length * std::min(event.done, event.total) / event.total : 0;
    std::string text = "[";
    for (int i = 0; i < length; ++i)
      text += i < filled ? "█" : " ";
    return text + "] ";
  }

  Terminal& terminal_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  bool shown_ = false;
};

/// What `deploy` and `destroy` share: which deployment, and how the cdk CLI is run.
class CloudFormationCommand : public Command {
 protected:
  void describe_common(CLI::App& command) {
    command.add_flag("-y,--yes", yes_, "Don't ask");
    add_text(command, "--profile", profile_, "AWS profile");
    add_text(command, "-o,--output", output_, "Directory for the assembly; default: cdk.out");
    identity_.describe(command);
  }

  BackendIdentifier identifier() const { return backend_identifier(identity_, read_context()); }

  std::string write_assembly(const Backend& backend) {
    if (output_.empty()) output_ = "cdk.out";
    backend.synth(identifier()).write(output_);
    return output_;
  }

  void confirm(Terminal& terminal, std::string_view question) const {
    if (yes_) return;
    if (!terminal.interactive()) {
      refuse(
          "ConfirmationError", std::string(name()), "nobody is there to confirm",
          "add --yes when it is to happen without asking"
      );
    }
    terminal.write(fmt::format("{} [y/N] ", question));
    std::string answer;
    std::getline(std::cin, answer);
    if (answer == "y" || answer == "Y" || answer == "yes") return;
    refuse("CancelledError", std::string(name()), "you said no", "nothing was changed");
  }

  /// Runs `cdk` on the assembly. Errors: UserError by what went wrong.
  void run_cdk(
      const Backend& backend, Terminal& terminal, std::vector<std::string> arguments,
      std::string_view debug_hint
  ) const {
    auto command = cdk_command();
    command.insert(command.end(), arguments.begin(), arguments.end());
    if (!profile_.empty()) command.insert(command.end(), {"--profile", profile_});
    command.insert(command.end(), {"--app", output_, "--no-color", "--no-notices"});
    Progress progress(terminal);
    std::vector<DeployEvent> events;
    const auto result =
        run_process(command, {.environment = {{"CI", "true"}}, .line = [&](std::string_view line) {
                                if (auto event = parse_deploy_event(line)) {
                                  progress.show(*event);
                                  events.push_back(std::move(*event));
                                }
                              }});
    progress.finish();
    if (result.status == 0) return;
    const auto text = result.out + "\n" + result.err;
    if (result.status > 128) {
      throw UserError(Diagnostic{
          .code = "InterruptedError",
          .where = std::string(name()),
          .message = "the cdk CLI was stopped; CloudFormation goes on with what it has begun",
          .help = fmt::format(
              "look at the stack with `aws cloudformation describe-stacks`, then {} again", name()
          )
      });
    }
    report(backend, events, text, debug_hint);
  }

  std::string profile_{};
  std::string output_{};
  bool yes_ = false;
  IdentityOptions identity_{};

 private:
  [[noreturn]] void report(
      const Backend& backend, const std::vector<DeployEvent>& events, const std::string& text,
      std::string_view debug_hint
  ) const {
    const auto* const failure = first_failure(events);
    const auto lines = error_lines(text);
    const auto known = known_failure(failure != nullptr ? failure->reason : lines);
    const auto also_known = known ? known : known_failure(text);
    std::string message = failure != nullptr ? failure->reason : lines;
    if (message.empty()) message = "the cdk CLI failed without saying why";
    const auto origin = failure != nullptr ? origin_of(backend.stack(), *failure) : Origin{};
    std::string where(name());
    if (failure != nullptr) {
      where = fmt::format(
          "{} {}", failure->type, origin.path.empty() ? failure->logicalId : origin.path
      );
    }
    throw UserError(Diagnostic{
        .code = also_known ? std::string(also_known->code) : "CloudFormationDeploymentError",
        .where = std::move(where),
        .message = std::move(message),
        .help = also_known ? std::string(also_known->help) : std::string(debug_hint),
        .source = origin.source
    });
  }
};

class Deploy : public CloudFormationCommand {
 public:
  std::string_view name() const override { return "deploy"; }
  std::string_view summary() const override { return "Deploy to AWS, by the cdk CLI"; }
  std::string_view examples() const override {
    return "deploy --identifier ann\n"
           "deploy --branch main --app-id d1abc --yes";
  }

  void describe(CLI::App& command) override {
    describe_common(command);
    add_text(
        command, "--outputs-out-dir", directory_, "Where amplify_outputs.json goes; default: here"
    );
    command.add_flag(
        "--hotswap", hotswap_,
        "Change functions and resolvers in place where that is possible; for sandboxes"
    );
  }

  int execute(const Backend& backend, Terminal& terminal) override {
    const auto stack = stack_name(identifier());
    read_secrets_anew(backend);
    write_assembly(backend);
    confirm(terminal, fmt::format("Deploy {}?", stack));
    const auto outputs = std::filesystem::path(output_) / "outputs.json";
    std::vector<std::string> arguments{"deploy",         stack,           "--require-approval",
                                       "never",          "--progress",    "events",
                                       "--outputs-file", outputs.string()};
    if (hotswap_) arguments.emplace_back("--hotswap-fallback");
    run_cdk(
        backend, terminal, std::move(arguments),
        "the events above tell what CloudFormation did; --debug shows all that the cdk CLI printed"
    );
    ClientConfigOptions options;
    if (const auto& data = backend.state().data)
      options.modelIntrospection = appsync::model_introspection(data->api.schema);
    const auto file =
        std::filesystem::path(directory_.empty() ? "." : directory_) / "amplify_outputs.json";
    write_file(
        file,
        client_config(read_stack_outputs(read_file(outputs), stack, outputs.string()), options)
    );
    terminal.write(
        fmt::format("{} is deployed; clients read {}\n", stack, file.lexically_normal().string())
    );
    return 0;
  }

 private:
  /// What reads secrets while the backend is deployed does so when this entry of the context is
  /// new.
  static void read_secrets_anew(const Backend& backend) {
    constexpr std::string_view key = "secretLastUpdated";
    if (backend.stack().context(key)) return;
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    backend.state().app.setContext(
        key, std::to_string(std::chrono::duration_cast<std::chrono::seconds>(now).count())
    );
  }

  std::string directory_{};
  bool hotswap_ = false;
};

class Destroy : public CloudFormationCommand {
 public:
  std::string_view name() const override { return "destroy"; }
  std::string_view summary() const override { return "Delete a deployment, with its data"; }
  std::string_view examples() const override { return "destroy --identifier ann"; }

  void describe(CLI::App& command) override { describe_common(command); }

  int execute(const Backend& backend, Terminal& terminal) override {
    const auto stack = stack_name(identifier());
    write_assembly(backend);
    confirm(terminal, fmt::format("Delete {} and all its data?", stack));
    run_cdk(
        backend, terminal, {"destroy", stack, "--force"},
        "what is left can be seen in CloudFormation's console"
    );
    terminal.write(fmt::format("{} is deleted\n", stack));
    return 0;
  }
};

}  // namespace

std::unique_ptr<Command> make_deploy() { return std::make_unique<Deploy>(); }
std::unique_ptr<Command> make_destroy() { return std::make_unique<Destroy>(); }

}  // namespace amplify::detail
