// SPDX-License-Identifier: Apache-2.0
#include "function/registry.hpp"

#include "cdk/lazy.hpp"
#include "cdk/services/support.hpp"
#include "function/code.hpp"
#include "function/environment.hpp"
#include "function/function.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace amplify::functions {
namespace {

constexpr std::string_view default_stack = "function";
/// Stacks whose resources functions use: what is in them can't refer to more of them freely.
constexpr std::array<std::string_view, 3> definition_stacks{"auth", "data", "storage"};

/// The parameter by which functions learn a value; the same one for all of them.
void publish(
    const cdk::Construct& producer, std::string_view name, const cdk::Str& value,
    const ParameterPaths::Path& path
) {
  const std::string id = fmt::format("{}Parameter", name);
  const auto siblings = producer.children();
  if (std::ranges::find(siblings, id, &cdk::Construct::id) != siblings.end()) return;
  cdk::Resource(
      producer, id, "AWS::SSM::Parameter",
      cdk::Json::object({
          {"Name", cdk::lazy([path, name = std::string(name)] { return cdk::Json(path(name)); })},
          {"Type", "String"},
          {"Value", value},
      })
  );
}

}  // namespace

void Access::addEnvironment(std::string_view name, cdk::Str value) const {
  if (by_name_) {
    publish(producer_, name, value, path_);
    function_->environment->addReference(name);
  } else {
    function_->lambda.addEnvironment(name, value);
  }
}

void Registry::noteCall(const defineFunction& function, std::string_view caller) {
  callers_[&function].emplace_back(caller);
  const std::string stack = stack_name(function);
  if (stack != caller) called_stacks_.insert(stack);
}

std::string Registry::stack_name(const defineFunction& function) const {
  const auto given = function.props.resourceGroupName.view();
  if (!given.empty()) return std::string(given);
  const auto found = callers_.find(&function);
  if (found == callers_.end()) return std::string(default_stack);
  // Of those that call it, the one on which the others stand.
  for (const std::string_view stack : definition_stacks)
    if (std::ranges::find(found->second, stack) != found->second.end()) return std::string(stack);
  return found->second.front();
}

FunctionResources* Registry::find(const defineFunction& function) {
  const auto found = index_.find(&function);
  return found != index_.end() ? &made_[found->second] : nullptr;
}

FunctionResources& Registry::of(const defineFunction& function) {
  if (auto* const made = find(function)) return *made;
  const std::string stack = stack_name(function);
  functions_.push_back(&function);
  Definition& definition = definitions_.emplace_back(resolve(function));
  for (Diagnostic& fault : check(definition))
    surroundings_.report(std::move(fault));
  if (!names_.emplace(stack, definition.name).second) {
    surroundings_.report({
        .code = "DuplicateFunctionNameError",
        .where = "defineFunction " + definition.name,
        .message = fmt::format("another function in the stack `{}` has this name", stack),
        .help = "give each a .name of its own",
        .source = function.where,
    });
    definition.name += fmt::format("-{}", definitions_.size());
  }
  index_.emplace(&function, made_.size());
  return made_.emplace_back(
      build(surroundings_.stack(stack), definition, surroundings_.paths, surroundings_.report)
  );
}

Access Registry::access(const defineFunction& function, const cdk::Construct& producer) {
  const FunctionResources& made = of(function);
  const std::string stack = stack_name(function);
  const bool by_name = called_stacks_.contains(stack) ||
                       std::ranges::find(definition_stacks, stack) != definition_stacks.end();
  auto role = made.lambda.role();
  if (by_name) {
    const auto id = cdk::id_for("AccessOf", made.lambda);
    const auto siblings = producer.children();
    const auto count = std::ranges::count_if(siblings, [&](const cdk::Construct& sibling) {
      return sibling.id().starts_with(id);
    });
    role = cdk::iam::Role::fromResource(
        producer, count == 0 ? id : fmt::format("{}{}", id, count), role.resource()
    );
  }
  Access result(std::move(role), made, producer, by_name);
  result.path_ = surroundings_.paths.reference;
  return result;
}

void Registry::loadCode() {
  std::vector<WithoutCode> functions;
  for (; loaded_ < made_.size(); ++loaded_) {
    const Definition& definition = definitions_[loaded_];
    const auto kind = definition.props->code.kind;
    if (kind == Code::Kind::none || kind == Code::Kind::asset)
      functions.push_back({&definition, &made_[loaded_]});
  }
  for (Diagnostic& fault : load_code(functions))
    surroundings_.report(std::move(fault));
}

}  // namespace amplify::functions
