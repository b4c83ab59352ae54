// SPDX-License-Identifier: Apache-2.0
#include "diff/difference.hpp"
#include "run/base_options.hpp"
#include "run/commands/commands.hpp"
#include "run/diff_report.hpp"
#include "run/identity_options.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

namespace amplify::detail {
namespace {

class Diff : public Command {
 public:
  std::string_view name() const override { return "diff"; }
  std::string_view summary() const override {
    return "Show what a deployment would change, in the schema, the API, access and resources";
  }
  std::string_view examples() const override {
    return "diff\n"
           "diff --branch main --app-id d1abc --fail\n"
           "diff --against cdk.out --json";
  }

  void describe(CLI::App& command) override {
    base_.describe(command);
    command.add_flag("--fail", fail_, "Exit with 1 if there is a difference");
    command.add_flag("--json", json_, "Print JSON");
    identity_.describe(command);
  }

  int execute(const Backend& backend, Terminal& terminal) override {
    const auto identifier = backend_identifier(identity_, read_context());
    const auto after = diff::snapshot(backend.synth(identifier));
    const auto before = base_.read(identifier);
    const auto difference = diff::difference(before.value_or(diff::Snapshot()), after);
    if (json_) {
      terminal.write(diff_json(difference).dump(2) + "\n");
    } else if (difference.empty()) {
      terminal.write("no differences\n");
    } else {
      if (!before) terminal.write("nothing is deployed yet: everything is new\n\n");
      terminal.report(diff_text(difference, terminal));
    }
    return fail_ && !difference.empty() ? 1 : 0;
  }

 private:
  BaseOptions base_{};
  bool fail_ = false;
  bool json_ = false;
  IdentityOptions identity_{};
};

}  // namespace

std::unique_ptr<Command> make_diff() { return std::make_unique<Diff>(); }

}  // namespace amplify::detail
