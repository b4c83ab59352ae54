// SPDX-License-Identifier: Apache-2.0
#include "backend/identity.hpp"
#include "backend/state.hpp"
#include "cdk/bootstrap.hpp"
#include "data/introspection.hpp"
#include "run/cdk_cli.hpp"
#include "run/client_config.hpp"
#include "run/commands/commands.hpp"
#include "run/deployed.hpp"
#include "run/destructive_options.hpp"
#include "run/files.hpp"
#include "run/identity_options.hpp"
#include "run/interrupts.hpp"
#include "run/parser.hpp"
#include "run/plan_report.hpp"
#include "run/planning.hpp"
#include "run/process.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <amplify/error.hpp>

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

namespace amplify::detail {
namespace {

namespace fs = std::filesystem;

/// What `deploy` and `destroy` share: which deployment, and how the cdk CLI is run.
class CloudFormationCommand : public Command {
 protected:
  void describe_common(CLI::App& command) {
    command.add_flag("-y,--yes", yes_, "Don't ask");
    add_text(command, "--profile", profile_, "AWS profile");
    identity_.describe(command);
  }

  BackendIdentifier identifier() const { return backend_identifier(identity_, read_context()); }

  CdkCli cdk() const { return {.command = std::string(name()), .profile = profile_}; }

  void require_confirmation(bool can_ask) const {
    if (yes_ || can_ask) return;
    refuse(
        "ConfirmationError", std::string(name()), "nobody is there to confirm",
        "add --yes when it is to happen without asking"
    );
  }

  void confirm(Terminal& terminal, std::string_view question) const {
    if (yes_) return;
    terminal.write(fmt::format("{} [y/N] ", question));
    std::string answer;
    std::getline(std::cin, answer);
    if (answer == "y" || answer == "Y" || answer == "yes") return;
    refuse("CancelledError", std::string(name()), "you said no", "nothing was changed");
  }

  std::string profile_{};
  bool yes_ = false;
  IdentityOptions identity_{};
};

class Deploy : public CloudFormationCommand {
 public:
  std::string_view name() const override { return "deploy"; }
  std::string_view summary() const override {
    return "Deploy to AWS, stage by stage, by the cdk CLI";
  }
  std::string_view examples() const override {
    return "deploy --identifier ann\n"
           "deploy --branch main --app-id d1abc --yes\n"
           "deploy --allow-destructive Post.subtitle";
  }

  void describe(CLI::App& command) override {
    describe_common(command);
    destructive_.describe(command);
    add_text(
        command, "-o,--output", output_,
        "Directory for the assembly; default: cdk.out. Several stages go to cdk.stages, or to "
        "DIR.stages"
    );
    add_text(
        command, "--outputs-out-dir", directory_, "Where amplify_outputs.json goes; default: here"
    );
    command.add_flag(
        "--hotswap", hotswap_,
        "Change functions and resolvers in place where that is possible; for sandboxes"
    );
    command
        .add_flag(
            "--no-plan", noPlan_,
            "Don't look at what is deployed, which takes the aws CLI: all at once, whatever is lost"
        )
        ->excludes("--allow-destructive");
    command.add_flag("--json", json_, "Print JSON at the end, and nothing on the way");
  }

  int execute(const Backend& backend, Terminal& terminal) override {
    require_confirmation(terminal.interactive() && !json_);
    const auto identifier = this->identifier();
    const auto stack = stack_name(identifier);
    read_secrets_anew(backend);
    const auto planned = plan(backend.synth(identifier), stack);
    const auto& stages = planned.plan.stages;
    if (!json_ && !noPlan_) terminal.report(plan_text(planned.plan, terminal));
    destructive_.check(planned.plan);
    const auto assemblies = write(planned);
    if (noPlan_ || !planned.plan.empty()) {
      const auto in = stages.size() > 1 ? fmt::format(" in {} stages", stages.size()) : "";
      confirm(terminal, fmt::format("Deploy {}{}?", stack, in));
    }
    const auto outputs = assemblies.back() / "outputs.json";
    deploy(backend, terminal, planned, assemblies, outputs, stack);
    const auto file = write_client_config(backend, outputs, stack);
    if (json_) {
      nlohmann::ordered_json json = {{"stack", stack}, {"outputs", file}};
      if (!noPlan_) json["plan"] = plan_json(planned.plan);
      terminal.write(json.dump(2) + "\n");
    } else {
      terminal.write(fmt::format("{} is deployed; clients read {}\n", stack, file));
    }
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

  /// By what is deployed.
  Planned plan(cdk::CloudAssembly target, const std::string& stack) const {
    if (noPlan_) return {.target = std::move(target)};
    if (find_program("aws").empty()) {
      refuse(
          "ToolNotFoundError", "aws", "the aws CLI, which tells what is deployed, isn't on PATH",
          "install it, or deploy without a look at that: --no-plan"
      );
    }
    const Aws aws(profile_);
    check_bootstrap(aws);
    return make_planned(
        deployed_snapshot(aws, stack).value_or(diff::Snapshot()), std::move(target)
    );
  }

  void check_bootstrap(const Aws& aws) const {
    const auto version = bootstrap_version(aws);
    if (!version) {
      refuse(
          "BootstrapNotDetectedError", std::string(name()),
          "the CDK has not been bootstrapped in this account and region",
          "run `npx aws-cdk bootstrap`, once for each account and region"
      );
    }
    if (*version < cdk::bootstrap::required_version) {
      refuse(
          "BootstrapOutdatedError", std::string(name()),
          fmt::format(
              "the bootstrap stack is of version {}; {} is needed", *version,
              cdk::bootstrap::required_version
          ),
          "run `npx aws-cdk bootstrap` again"
      );
    }
  }

  /// An assembly for each stage.
  std::vector<fs::path> write(const Planned& planned) const {
    if (planned.plan.stages.size() > 1)
      return write_stages(planned, output_.empty() ? "cdk.stages" : output_ + ".stages");
    const fs::path directory = output_.empty() ? "cdk.out" : output_;
    planned.target.write(directory.string());
    return {directory};
  }

  /// Stops between stages when an interrupt comes: what is deployed then is what a later `deploy`
  /// starts from.
  void deploy(
      const Backend& backend, Terminal& terminal, const Planned& planned,
      const std::vector<fs::path>& assemblies, const fs::path& outputs, const std::string& stack
  ) const {
    const Interrupts interrupts;
    auto cli = cdk();
    cli.quiet = json_;
    for (std::size_t i = 0; i < assemblies.size(); ++i) {
      if (assemblies.size() > 1) {
        cli.stage = fmt::format("stage {} of {}", i + 1, assemblies.size());
        if (!json_) {
          terminal.report(fmt::format("{}: {}\n", cli.stage, stage_text(planned.plan.stages[i])));
        }
      }
      std::vector<std::string> arguments{"deploy", stack,        "--require-approval",
                                         "never",  "--progress", "events"};
      const bool last = i + 1 == assemblies.size();
      if (last) arguments.insert(arguments.end(), {"--outputs-file", outputs.string()});
      if (hotswap_ && assemblies.size() == 1) arguments.emplace_back("--hotswap-fallback");
      const bool interrupted =
          cli.run(backend, terminal, assemblies[i].string(), arguments) || interrupts.came();
      if (interrupted && !last) {
        refuse(
            "InterruptedError", std::string(name()),
            fmt::format("{} is done, the rest is not begun", cli.stage),
            "deploy again: it goes on from there"
        );
      }
    }
  }

  /// Gives the name of the file.
  std::string write_client_config(
      const Backend& backend, const fs::path& outputs, const std::string& stack
  ) const {
    ClientConfigOptions options;
    if (const auto& data = backend.state().data)
      options.modelIntrospection = appsync::model_introspection(data->api.schema);
    const auto file = fs::path(directory_.empty() ? "." : directory_) / "amplify_outputs.json";
    write_file(
        file,
        client_config(read_stack_outputs(read_file(outputs), stack, outputs.string()), options)
    );
    return file.lexically_normal().string();
  }

  std::string output_{};
  std::string directory_{};
  DestructiveOptions destructive_{};
  bool hotswap_ = false;
  bool noPlan_ = false;
  bool json_ = false;
};

class Destroy : public CloudFormationCommand {
 public:
  std::string_view name() const override { return "destroy"; }
  std::string_view summary() const override { return "Delete a deployment, with its data"; }
  std::string_view examples() const override { return "destroy --identifier ann"; }

  void describe(CLI::App& command) override {
    describe_common(command);
    add_text(command, "-o,--output", output_, "Directory for the assembly; default: cdk.out");
  }

  int execute(const Backend& backend, Terminal& terminal) override {
    require_confirmation(terminal.interactive());
    const auto stack = stack_name(identifier());
    backend.synth(identifier()).write(output_);
    confirm(terminal, fmt::format("Delete {} and all its data?", stack));
    cdk().run(backend, terminal, output_, {"destroy", stack, "--force"});
    terminal.write(fmt::format("{} is deleted\n", stack));
    return 0;
  }

 private:
  std::string output_ = "cdk.out";
};

}  // namespace

std::unique_ptr<Command> make_deploy() { return std::make_unique<Deploy>(); }
std::unique_ptr<Command> make_destroy() { return std::make_unique<Destroy>(); }

}  // namespace amplify::detail
