// SPDX-License-Identifier: Apache-2.0
#include "cdk/program.hpp"
#include "run/commands/commands.hpp"
#include "run/identity_options.hpp"
#include "run/parser.hpp"
#include "run/summary.hpp"

#include <CLI/CLI.hpp>

#include <chrono>

namespace amplify::detail {
namespace {

class Synth : public Command {
 public:
  std::string_view name() const override { return "synth"; }
  std::string_view summary() const override { return "Write the cloud assembly (default)"; }
  std::string_view examples() const override {
    return "synth\n"
           "synth --branch main --app-id d1abc --output out";
  }

  void describe(CLI::App& command) override {
    add_text(
        command, "-o,--output", output_, "Directory to write; default: CDK_OUTDIR, or cdk.out"
    );
    command.add_flag("--indent", indent_, "Indent the templates");
    command.add_flag("--json", json_, "Print what was written as JSON");
    identity_.describe(command);
  }

  int execute(const Backend& backend, Terminal& terminal) override {
    const auto start = std::chrono::steady_clock::now();
    if (output_.empty()) output_ = cdk::output_directory();
    const auto identifier = backend_identifier(identity_, read_context());
    const auto assembly = backend.synth(identifier, {.indent = indent_});
    assembly.write(output_);
    cdk::print_warnings(assembly);
    const auto time = std::chrono::steady_clock::now() - start;
    // What the program prints under the cdk CLI would get into the output of `cdk synth`.
    if (cdk::run_by_cdk()) return 0;
    const auto spent = std::chrono::duration_cast<std::chrono::microseconds>(time);
    if (json_)
      terminal.write(json_summary(assembly, output_, spent));
    else
      terminal.report(detail::summary(assembly, output_, spent));
    return 0;
  }

 private:
  std::string output_{};
  bool indent_ = false;
  bool json_ = false;
  IdentityOptions identity_{};
};

}  // namespace

std::unique_ptr<Command> make_synth() { return std::make_unique<Synth>(); }

}  // namespace amplify::detail
