// SPDX-License-Identifier: Apache-2.0
#include "data/sdl/context.hpp"
#include "data/sdl/directives.hpp"

#include <fmt/format.h>

namespace amplify::sdl {
namespace {

/// What a function that nobody waits for returns, in GraphQL.
constexpr std::string_view event_response = "EventInvocationResponse";

ir::OperationType kind(std::string_view root) {
  return root == "Query"      ? ir::OperationType::query
         : root == "Mutation" ? ir::OperationType::mutation
                              : ir::OperationType::subscription;
}

ir::Handler handler(const Directive& directive, const std::string& where, Faults& faults) {
  ir::Handler result{.functionName = text(directive, "name")};
  const auto fault = [&](std::string message, std::string help) {
    faults.add(directive.at, where, std::move(message), std::move(help));
  };
  if (result.functionName.find("${env}") != std::string::npos) {
    fault(
        "functions have no environment in their names any more",
        fmt::format(
            "write the name without '-${{env}}', and name the function in .functions",
            result.functionName
        )
    );
  }
  if (argument(directive, "region") || argument(directive, "accountId")) {
    fault(
        "a function of another region or account can't be reached directly",
        "call it from a function of this backend"
    );
  }
  const Value* invocation = argument(directive, "invocationType");
  if (invocation && invocation->text != "RequestResponse" && invocation->text != "Event") {
    faults.add(
        invocation->at, where, "expected RequestResponse or Event",
        did_you_mean(invocation->text, {"RequestResponse", "Event"})
    );
  }
  result.async = invocation && invocation->text == "Event";
  return result;
}

void add_arguments(
    Context& context, const Field& field, const std::string& where, ir::CustomOperation& operation
) {
  for (const ArgumentDefinition& argument : field.arguments) {
    const std::string place = fmt::format("{}({})", where, argument.name);
    if (argument.hasDefault) {
      context.faults.add(
          argument.at, place, "a default of an argument is not supported",
          "let whoever handles the operation fill it in"
      );
    }
    if (!argument.directives.empty()) {
      context.faults.add(
          argument.directives.front().at, place, "an argument takes no directives", "remove it"
      );
    }
    if (const auto type = input_type(context, argument.type, place))
      operation.arguments.push_back({.name = argument.name, .type = *type});
  }
}

ir::CustomOperation lower_operation(
    Context& context, const Field& field, const std::string& where, ir::OperationType kind
) {
  ir::CustomOperation operation{.kind = kind, .name = field.name};
  add_arguments(context, field, where, operation);
  for (const Directive& directive : field.directives) {
    if (directive.name == "function")
      operation.handlers.push_back(handler(directive, where, context.faults));
  }
  if (const Directive* source = find(field.directives, "aws_subscribe"))
    operation.mutations = texts(argument(*source, "mutations"));
  operation.rules = native_rules(field.directives);
  if (const Directive* auth = find(field.directives, "auth")) {
    if (!operation.rules.empty()) {
      context.faults.add(
          auth->at, where, "@auth and AppSync's own directives both say who may call it",
          "keep @auth alone"
      );
    }
    operation.rules = auth_rules(*auth, where, context.faults);
  }
  const bool iam = find(field.directives, "aws_iam") != nullptr;
  if (operation.rules.empty() && !iam) {
    context.faults.add(
        field.at, where, "nothing says who may call it",
        "write @auth(rules: [{allow: private}]), or @aws_iam for functions and the console alone"
    );
  }
  const bool async = !operation.handlers.empty() && operation.handlers.back().async;
  if (!async || field.type.name != event_response)
    operation.returns = output_type(context, field.type, where);
  return operation;
}

}  // namespace

void lower_operations(Context& context, const Type& root) {
  for (const Directive& directive : root.directives) {
    context.faults.add(
        directive.at, root.name, fmt::format("{} takes no directives", root.name),
        "write them on its fields"
    );
  }
  for (const Field& field : root.fields) {
    const std::string where = root.name + "." + field.name;
    context.faults.remember(where, field.at);
    if (check_directives(field.directives, Site::operation, where, context.faults)) {
      context.definition.operations.push_back(
          lower_operation(context, field, where, kind(root.name))
      );
    }
  }
}

}  // namespace amplify::sdl
