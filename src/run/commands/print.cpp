// SPDX-License-Identifier: Apache-2.0
#include "schema/print.hpp"
#include "backend/state.hpp"
#include "data/custom_operations.hpp"
#include "data/graphql_schema.hpp"
#include "data/introspection.hpp"
#include "data/resolvers/operation.hpp"
#include "data/resolvers/resolver.hpp"
#include "run/commands/commands.hpp"
#include "run/identity_options.hpp"
#include "run/parser.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>

namespace amplify::detail {
namespace {

/// `data` and `data/amplifyData/Models0a` are both in `backend/data/amplifyData/Models0a`.
std::string_view below_root(std::string_view path) {
  const auto slash = path.find('/');
  return slash == path.npos ? std::string_view() : path.substr(slash + 1);
}

const cdk::SynthesizedStack& find_stack(
    const cdk::CloudAssembly& assembly, const std::string& wanted
) {
  std::vector<std::string> known;
  for (const auto& stack : assembly.stacks) {
    const auto path = below_root(stack.path);
    const auto id = path.substr(path.rfind('/') + 1);
    if (wanted == path || wanted == id) return stack;
    if (!id.empty()) known.emplace_back(id);
  }
  refuse(
      "UnknownStackError", "print", fmt::format("there is no stack '{}'", wanted),
      fmt::format("the stacks are {}", fmt::join(known, ", "))
  );
}

std::string resolver_code(const ir::Definition& schema, const std::string& wanted) {
  std::vector<std::string> known;
  for (const auto& model : schema.models) {
    for (const auto& resolver : appsync::resolvers(schema, model)) {
      known.push_back(resolver.type + "." + resolver.field);
      if (known.back() != wanted) continue;
      return resolver.pipelineCode.empty() ? resolver.code
                                           : resolver.pipelineCode + "\n" + resolver.code;
    }
  }
  for (const auto& operation : schema.operations) {
    if (operation.handlers.empty()) continue;
    known.push_back(std::string(appsync::root_type(operation.kind)) + "." + operation.name);
    if (known.back() == wanted) return appsync::operation_code(operation);
  }
  const auto near = nearest(wanted, known);
  refuse(
      "UnknownFieldError", "print --resolver",
      fmt::format("the API has no field '{}' with a resolver", wanted),
      near.empty() ? "write its type and name, as in Query.getPost"
                   : fmt::format("did you mean `{}`?", near)
  );
}

class Print : public Command {
 public:
  std::string_view name() const override { return "print"; }
  std::string_view summary() const override { return "Print a template, or a part of the API"; }
  std::string_view examples() const override {
    return "print data\n"
           "print --resolver Query.getPost";
  }

  void describe(CLI::App& command) override {
    auto* const stack =
        add_text(command, "STACK", stack_, "Which stack, as synth lists it; default: the root");
    auto* const what = command.add_option_group("instead of a template");
    what->add_flag("--schema", schema_, "Print the schema as plain data, in JSON")->excludes(stack);
    what->add_flag("--graphql", graphql_, "Print the GraphQL schema that AppSync gets")
        ->excludes(stack);
    what->add_flag(
            "--introspection", introspection_,
            "Print the model_introspection of amplify_outputs.json"
    )
        ->excludes(stack);
    add_text(*what, "--resolver", resolver_, "Print the resolver of a field, such as Query.getPost")
        ->excludes(stack);
    what->require_option(0, 1);
    identity_.describe(command);
  }

  int execute(const Backend& backend, Terminal& terminal) override {
    const auto identifier = backend_identifier(identity_, read_context());
    const auto assembly = backend.synth(identifier, {.indent = true});
    const bool of_data = schema_ || graphql_ || introspection_ || !resolver_.empty();
    terminal.write(of_data ? data_text(backend) : find_stack(assembly, stack_).templateBody + "\n");
    return 0;
  }

 private:
  std::string data_text(const Backend& backend) const {
    const auto& data = backend.state().data;
    if (!data)
      refuse("NoDataError", "print", "the backend has no API", "give defineBackend a defineData");
    const ir::Definition& schema = data->api.schema;
    if (schema_) return ir::print(schema) + "\n";
    if (introspection_) return appsync::model_introspection(schema) + "\n";
    if (graphql_) return graphql::print(appsync::graphql_schema(schema, data->api.defaultProvider));
    return resolver_code(schema, resolver_);
  }

  std::string stack_{};
  bool schema_ = false;
  bool graphql_ = false;
  bool introspection_ = false;
  std::string resolver_{};
  IdentityOptions identity_{};
};

}  // namespace

std::unique_ptr<Command> make_print() { return std::make_unique<Print>(); }

}  // namespace amplify::detail
