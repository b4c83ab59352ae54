// SPDX-License-Identifier: Apache-2.0
#include "data/custom_operations.hpp"

#include "data/names.hpp"

namespace amplify::appsync {

std::string_view root_type(ir::OperationType kind) {
  switch (kind) {
    case ir::OperationType::query:
      return "Query";
    case ir::OperationType::mutation:
      return "Mutation";
    case ir::OperationType::subscription:
      return "Subscription";
  }
  return {};
}

bool calls_functions(const ir::CustomOperation& operation) {
  return !operation.handlers.empty() &&
         operation.handlers.front().kind == ir::Handler::Kind::function;
}

std::string function_name(const ir::CustomOperation& operation, std::size_t step) {
  const ir::Handler& handler = operation.handlers[step];
  if (!handler.functionName.empty()) return handler.functionName;
  return "Fn" + capitalized(operation.name) + (step == 0 ? "" : std::to_string(step + 1));
}

ir::Definition with_event_response(ir::Definition definition) {
  const char* const name = "EventInvocationResponse";
  bool used = false;
  for (ir::CustomOperation& operation : definition.operations) {
    if (operation.returns) continue;
    operation.returns = ir::Type{.kind = ir::TypeKind::customType, .name = name};
    used = true;
  }
  if (used) {
    const ir::Type success{.scalar = ir::Scalar::boolean, .required = true};
    definition.customTypes.push_back(
        {.name = name, .fields = {{.name = "success", .type = success}}}
    );
  }
  return definition;
}

}  // namespace amplify::appsync
