// SPDX-License-Identifier: Apache-2.0
#include "data/custom_operations.hpp"
#include "data/fields.hpp"
#include "data/model_operations.hpp"
#include "data/validation/checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

namespace amplify::appsync {
namespace {

std::string place(const ir::CustomOperation& operation) {
  return fmt::format("{}.{}", root_type(operation.kind), operation.name);
}

/// What the mutations of the API return, by name.
std::map<std::string, ir::Type> mutations(const ir::Definition& definition) {
  std::map<std::string, ir::Type> all;
  for (const ir::Model& model : definition.models) {
    for (const ModelOperation& operation : model_operations(model)) {
      if (operation.kind == ModelOperation::Kind::mutation)
        all.emplace(operation.field, ir::Type{.kind = ir::TypeKind::model, .name = model.name});
    }
  }
  for (const ir::CustomOperation& operation : definition.operations) {
    if (operation.kind == ir::OperationType::mutation && operation.returns)
      all.emplace(operation.name, *operation.returns);
  }
  return all;
}

void check_subscription(
    Examination& examination, const ir::CustomOperation& operation,
    const std::map<std::string, ir::Type>& mutations
) {
  const std::string where = place(operation);
  if (operation.mutations.empty()) {
    examination.fault(
        where, "nothing sets the subscription off",
        R"(write @aws_subscribe(mutations: ["createPost"]))"
    );
  }
  for (const std::string& name : operation.mutations) {
    const auto found = mutations.find(name);
    if (found == mutations.end()) {
      std::vector<std::string_view> names;
      for (const auto& [known, type] : mutations)
        names.push_back(known);
      examination.fault(
          where, fmt::format("there is no mutation `{}`", name),
          suggestion(name, names, "name one of the API's mutations")
      );
    } else if (operation.returns && (named_type(found->second) != named_type(*operation.returns) ||
                                     found->second.array != operation.returns->array)) {
      examination.fault(
          where,
          fmt::format(
              "`{}` returns {}, and the subscription {}", name, graphql_type(found->second),
              graphql_type(*operation.returns)
          ),
          "give both the same result"
      );
    }
  }
}

void check_handlers(Examination& examination, const ir::CustomOperation& operation) {
  const std::string where = place(operation);
  const bool functions = calls_functions(operation);
  for (const ir::Handler& handler : operation.handlers) {
    if ((handler.kind == ir::Handler::Kind::function) != functions) {
      examination.fault(
          where, "an operation is handled by functions, or else by code of AppSync",
          "call the function from the code, or the code's data source from the function"
      );
      return;
    }
  }
  const bool waits = !functions || !operation.handlers.back().async;
  if (!operation.returns && waits)
    examination.fault(where, "the operation returns nothing", "give it a result");
}

/// AppSync itself decides who may call what no function handles, and knows less.
void check_native_rules(Examination& examination, const ir::CustomOperation& operation) {
  for (const ir::Rule& rule : operation.rules) {
    if (rule.provider == ir::Provider::identityPool) {
      examination.fault(
          place(operation), "AppSync lets identities of the identity pool call functions alone",
          "handle the operation with a function, or let in users or the API key"
      );
    }
    if (rule.allow == ir::Allow::groups && rule.provider == ir::Provider::oidc) {
      examination.fault(
          place(operation), "AppSync knows the groups of user pools alone",
          "handle the operation with a function, or write provider: userPools"
      );
    }
  }
}

/// A field of a root type that is there twice: the user's own, or made for a model.
void check_root_fields(Examination& examination) {
  std::map<std::string, std::string> owners;
  const auto add = [&](std::string_view type, const std::string& field, std::string where,
                       std::string owner) {
    const auto [found, fresh] = owners.emplace(fmt::format("{}.{}", type, field), owner);
    if (fresh) return;
    examination.fault(
        std::move(where), fmt::format("{} is there for {} already", found->first, found->second),
        "rename one of the two"
    );
  };
  for (const ir::Model& model : examination.definition.models) {
    for (const ModelOperation& operation : model_operations(model)) {
      add(operation.type, operation.field,
          operation.index ? model.name + "." + operation.index->partitionKey : model.name,
          "the model '" + model.name + "'");
    }
  }
  for (const ir::CustomOperation& operation : examination.definition.operations)
    add(root_type(operation.kind), operation.name, place(operation), "another operation");
}

}  // namespace

void check_operations(Examination& examination) {
  const auto known_mutations = mutations(examination.definition);
  for (const ir::CustomOperation& operation : examination.definition.operations) {
    const std::string where = place(operation);
    std::vector<std::string> names;
    for (const ir::Argument& argument : operation.arguments)
      names.push_back(argument.name);
    check_names(examination, where, names, "argument");
    check_static_rules(examination, where, operation.rules);
    check_handlers(examination, operation);
    if (!calls_functions(operation)) check_native_rules(examination, operation);
    if (operation.kind == ir::OperationType::subscription)
      check_subscription(examination, operation, known_mutations);
  }
  check_root_fields(examination);
}

}  // namespace amplify::appsync
