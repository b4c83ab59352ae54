// SPDX-License-Identifier: Apache-2.0
#include "backend/state.hpp"
#include "data/diagram/diagram.hpp"
#include "run/commands/commands.hpp"
#include "run/identity_options.hpp"
#include "run/parser.hpp"

#include <CLI/CLI.hpp>

namespace amplify::detail {
namespace {

class Graph : public Command {
 public:
  std::string_view name() const override { return "graph"; }
  std::string_view summary() const override {
    return "Print a diagram of the models and how they are related";
  }
  std::string_view examples() const override {
    return "graph > models.mmd\n"
           "graph --format dot | dot -Tsvg > models.svg";
  }

  void describe(CLI::App& command) override {
    add_text(command, "--format", format_, "For which program: mermaid or dot; default: mermaid")
        ->check(CLI::IsMember({"mermaid", "dot"}));
    identity_.describe(command);
  }

  int execute(const Backend& backend, Terminal& terminal) override {
    // Synthesis finds what is wrong with the schema.
    backend.synth(backend_identifier(identity_, read_context()));
    const auto& data = backend.state().data;
    if (!data)
      refuse("NoDataError", "graph", "the backend has no API", "give defineBackend a defineData");
    const auto diagram = diagram::make(data->api.schema);
    terminal.write(format_ == "dot" ? diagram::dot(diagram) : diagram::mermaid(diagram));
    return 0;
  }

 private:
  std::string format_ = "mermaid";
  IdentityOptions identity_{};
};

}  // namespace

std::unique_ptr<Command> make_graph() { return std::make_unique<Graph>(); }

}  // namespace amplify::detail
