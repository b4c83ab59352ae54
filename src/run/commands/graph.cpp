// SPDX-License-Identifier: Apache-2.0
#include "backend/state.hpp"
#include "data/diagram/diagram.hpp"
#include "run/commands/commands.hpp"
#include "run/identity_options.hpp"
#include "run/parser.hpp"
#include "run/process.hpp"
#include "run/resource_graph.hpp"

#include <CLI/CLI.hpp>

namespace amplify::detail {
namespace {

/// Graphviz's picture of a graph.
std::string svg(const std::string& graph) {
  if (find_program("dot").empty()) {
    refuse(
        "ToolNotFoundError", "graph --format svg",
        "pictures are drawn by Graphviz, which isn't there",
        "install it (Debian: `apt install graphviz`), or take --format dot or mermaid"
    );
  }
  const ProcessResult result = run_process({"dot", "-Tsvg"}, {.input = graph});
  if (result.status == 0) return result.out;
  refuse("GraphvizError", "graph --format svg", result.err, "take --format dot or mermaid");
}

class Graph : public Command {
 public:
  std::string_view name() const override { return "graph"; }
  std::string_view summary() const override {
    return "Print a diagram of the models, or of the resources";
  }
  std::string_view examples() const override {
    return "graph > models.mmd\n"
           "graph --format svg > models.svg\n"
           "graph resources --format dot > resources.dot";
  }

  void describe(CLI::App& command) override {
    add_text(
        command, "WHAT", what_,
        "models, with their relations, or resources by stack, with their references; default: "
        "models"
    )
        ->check(CLI::IsMember({"models", "resources"}));
    add_text(
        command, "--format", format_,
        "mermaid, dot for Graphviz, or svg, which Graphviz draws; default: mermaid"
    )
        ->check(CLI::IsMember({"mermaid", "dot", "svg"}));
    identity_.describe(command);
  }

  int execute(const Backend& backend, Terminal& terminal) override {
    // Synthesis finds what is wrong with the backend.
    const auto assembly = backend.synth(backend_identifier(identity_, read_context()));
    terminal.write(
        what_ == "resources" ? print(resource_graph(diff::snapshot(assembly)))
                             : print(models(backend))
    );
    return 0;
  }

 private:
  static diagram::Diagram models(const Backend& backend) {
    const auto& data = backend.state().data;
    if (data) return diagram::make(data->api.schema);
    refuse(
        "NoDataError", "graph", "the backend has no API",
        "give defineBackend a defineData, or write `backend graph resources`"
    );
  }

  std::string print(const auto& graph) const {
    if (format_ == "mermaid") return mermaid(graph);
    return format_ == "svg" ? svg(dot(graph)) : dot(graph);
  }

  std::string what_ = "models";
  std::string format_ = "mermaid";
  IdentityOptions identity_{};
};

}  // namespace

std::unique_ptr<Command> make_graph() { return std::make_unique<Graph>(); }

}  // namespace amplify::detail
