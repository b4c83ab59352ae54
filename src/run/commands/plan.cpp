// SPDX-License-Identifier: Apache-2.0
#include "run/base_options.hpp"
#include "run/commands/commands.hpp"
#include "run/destructive_options.hpp"
#include "run/identity_options.hpp"
#include "run/parser.hpp"
#include "run/plan_report.hpp"
#include "run/planning.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <cstddef>
#include <string>

namespace amplify::detail {
namespace {

class Plan : public Command {
 public:
  std::string_view name() const override { return "plan"; }
  std::string_view summary() const override {
    return "Tell what a deployment does to data, and write the stages that it takes";
  }
  std::string_view examples() const override {
    return "plan\n"
           "plan --branch main --app-id d1abc --allow-destructive Post.subtitle\n"
           "plan --against cdk.out --output stages --json";
  }

  void describe(CLI::App& command) override {
    base_.describe(command);
    destructive_.describe(command);
    add_text(
        command, "-o,--output", output_,
        "Directory for the stages, an assembly each; default: cdk.stages"
    );
    command.add_flag("--json", json_, "Print JSON");
    identity_.describe(command);
  }

  int execute(const Backend& backend, Terminal& terminal) override {
    const auto identifier = backend_identifier(identity_, read_context());
    auto target = backend.synth(identifier);
    const auto planned =
        make_planned(base_.read(identifier).value_or(diff::Snapshot()), std::move(target));
    const bool is_forbidden = !plan::forbidden(planned.plan, destructive_.allowed).empty();
    if (json_) {
      auto json = plan_json(planned.plan);
      json["allowed"] = !is_forbidden;
      terminal.write(json.dump(2) + "\n");
    } else {
      terminal.report(plan_text(planned.plan, terminal));
    }
    destructive_.check(planned.plan);
    if (planned.plan.empty()) return 0;
    const auto written = write_stages(planned, output_);
    if (json_) return 0;
    std::string text = written.size() == 1 ? "\none deployment does it: " : "\ndeploy each: ";
    for (std::size_t i = 0; i < written.size(); ++i)
      text +=
          fmt::format("{}npx aws-cdk deploy --app {}", i == 0 ? "" : " && ", written[i].string());
    terminal.report(text + ", or `backend deploy`\n");
    return 0;
  }

 private:
  BaseOptions base_{};
  DestructiveOptions destructive_{};
  std::string output_ = "cdk.stages";
  bool json_ = false;
  IdentityOptions identity_{};
};

}  // namespace

std::unique_ptr<Command> make_plan() { return std::make_unique<Plan>(); }

}  // namespace amplify::detail
