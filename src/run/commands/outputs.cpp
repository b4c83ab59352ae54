// SPDX-License-Identifier: Apache-2.0
#include "backend/identity.hpp"
#include "backend/state.hpp"
#include "data/introspection.hpp"
#include "run/aws.hpp"
#include "run/commands/commands.hpp"
#include "run/files.hpp"
#include "run/identity_options.hpp"
#include "run/parser.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <filesystem>
#include <utility>

namespace amplify::detail {
namespace {

class Outputs : public Command {
 public:
  std::string_view name() const override { return "outputs"; }
  std::string_view summary() const override { return "Write amplify_outputs.json for clients"; }
  std::string_view examples() const override {
    return "outputs --branch main --app-id d1abc\n"
           "outputs --from outputs.json --out-dir ../web/src";
  }

  void describe(CLI::App& command) override {
    auto* const stack =
        add_text(command, "--stack", stack_, "Stack to read; default: this deployment's");
    auto* const from = add_text(
        command, "--from", from_, "File with its outputs, from the aws or cdk CLI, in place of AWS"
    );
    command.add_option("--format", format_, "json, or dart for Flutter")
        ->check(CLI::IsMember({"json", "dart"}))
        ->capture_default_str();
    add_text(command, "--out-dir", directory_, "Where to write; `-` prints it; default: here");
    add_text(command, "--outputs-version", version_, "Version of the file: 1 to 1.5; default: 1.5");
    add_text(command, "--profile", profile_, "AWS profile");
    identity_.describe(command);
    static_cast<void>(stack);
    static_cast<void>(from);
  }

  int execute(const Backend& backend, Terminal& terminal) override {
    const auto text = config(backend);
    if (directory_ == "-") {
      terminal.write(text);
      return 0;
    }
    const auto file = std::filesystem::path(directory_.empty() ? "." : directory_) /
                      fmt::format("amplify_outputs.{}", format_);
    write_file(file, text);
    terminal.write(fmt::format("{}\n", file.lexically_normal().string()));
    return 0;
  }

 private:
  StackOutputs stack_outputs(const std::string& stack) const {
    if (!from_.empty()) return read_stack_outputs(read_file(from_), stack_, from_);
    if (auto outputs = Aws(profile_).stack_outputs(stack)) return std::move(*outputs);
    refuse(
        "StackDoesNotExistError", "outputs", fmt::format("there is no stack '{}'", stack),
        "deploy the backend first, or name another deployment by --identifier, --branch or --stack"
    );
  }

  std::string config(const Backend& backend) const {
    const auto identifier = backend_identifier(identity_, read_context());
    const auto stack = stack_.empty() ? stack_name(identifier) : stack_;
    ClientConfigOptions options;
    if (!version_.empty()) options.version = version_;
    if (const auto& data = backend.state().data)
      options.modelIntrospection = appsync::model_introspection(data->api.schema);
    const auto text = client_config(stack_outputs(stack), options);
    return format_ == "dart" ? dart_config(text) : text;
  }

  std::string stack_{};
  std::string from_{};
  std::string format_ = "json";
  std::string directory_{};
  std::string version_{};
  std::string profile_{};
  IdentityOptions identity_{};
};

}  // namespace

std::unique_ptr<Command> make_outputs() { return std::make_unique<Outputs>(); }

}  // namespace amplify::detail
