// SPDX-License-Identifier: Apache-2.0
#include "check/check.hpp"
#include "check/json_report.hpp"
#include "run/check_text.hpp"
#include "run/commands/commands.hpp"
#include "run/files.hpp"
#include "run/identity_options.hpp"
#include "run/parser.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace amplify::detail {
namespace {

const check::Kind& kind_of(const std::string& wanted) {
  if (const auto* const kind = check::find_kind(wanted)) return *kind;
  std::vector<std::string> known;
  for (const auto& kind : check::kinds())
    known.emplace_back(kind.id);
  const auto near = nearest(wanted, known);
  refuse(
      "UnknownRuleError", "check --explain", fmt::format("there is no rule '{}'", wanted),
      near.empty() ? "`backend check --list` names them all"
                   : fmt::format("did you mean `{}`?", near)
  );
}

class Check : public Command {
 public:
  std::string_view name() const override { return "check"; }
  std::string_view summary() const override {
    return "Find faults, risks, and how near AWS's limits are";
  }
  std::string_view examples() const override {
    return "check\n"
           "check --branch main --app-id d1abc\n"
           "check --sarif check.sarif --fail-on error\n"
           "check --explain MfaOffRisk";
  }

  void describe(CLI::App& command) override {
    command
        .add_option(
            "--fail-on", fail_on_,
            "error, warning, info or never: from which severity on the exit code is 1; default: "
            "warning"
        )
        ->check(CLI::IsMember({"error", "warning", "info", "never"}));
    command.add_flag("--limits", limits_, "Show every limit, not the nearest alone");
    auto* const json = command.add_flag("--json", json_, "Print JSON");
    command
        .add_option_function<std::string>(
            "--sarif", [this](const std::string& file) { sarif_ = file; },
            "Write SARIF 2.1.0 to a file; without one, print it"
        )
        ->expected(0, 1);
    auto* const list = command.add_flag("--list", list_, "Show what is looked for");
    add_text(command, "--explain", explain_, "Tell about one rule")->excludes(list)->excludes(json);
    identity_.describe(command);
  }

  int execute(const Backend& backend, Terminal& terminal) override {
    if (list_) {
      if (json_) {
        terminal.write(check::json_list());
      } else {
        terminal.report(check_list(terminal));
      }
      return 0;
    }
    if (!explain_.empty()) {
      terminal.report(check_explanation(kind_of(explain_), terminal));
      return 0;
    }
    const bool printed = sarif_ && sarif_->empty();
    if (json_ && printed)
      refuse(
          "CommandLineError", "command line", "--json and --sarif both print",
          "name a file: `--sarif check.sarif`"
      );
    const auto result = check::check(backend, backend_identifier(identity_, read_context()));
    if (sarif_ && !printed) write_file(*sarif_, check::sarif_report(result));
    if (json_)
      terminal.write(check::json_report(result));
    else if (printed)
      terminal.write(check::sarif_report(result));
    else
      terminal.report(check_text(result, terminal, limits_));
    return fails(result) ? 1 : 0;
  }

 private:
  bool fails(const check::Result& result) const {
    if (fail_on_ == "never") return false;
    return std::ranges::any_of(result.findings, [&](const cdk::Finding& finding) {
      return finding.acknowledged.empty() && finding.severity <= least();
    });
  }

  /// The mildest severity that counts.
  cdk::Severity least() const {
    if (fail_on_ == "error") return cdk::Severity::error;
    return fail_on_ == "info" ? cdk::Severity::info : cdk::Severity::warning;
  }

  std::string fail_on_ = "warning";
  bool limits_ = false;
  bool json_ = false;
  bool list_ = false;
  /// Where SARIF is written; empty to print it.
  std::optional<std::string> sarif_{};
  std::string explain_{};
  IdentityOptions identity_{};
};

}  // namespace

std::unique_ptr<Command> make_check() { return std::make_unique<Check>(); }

}  // namespace amplify::detail
