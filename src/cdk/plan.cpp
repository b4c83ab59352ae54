// SPDX-License-Identifier: Apache-2.0
#include "cdk/plan.hpp"

#include "cdk/logical_id.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace amplify::cdk {

using detail::ConstructNode;

namespace {

bool is_stack_name(std::string_view name) {
  constexpr std::size_t maximal_length = 128;
  std::string letters(name);
  std::erase(letters, '-');
  return !name.empty() && name.size() <= maximal_length && name[0] != '-' &&
         (name[0] < '0' || name[0] > '9') && alphanumeric(letters) == letters;
}

/// The entries of the template that the construct is one of; null when it is none.
Section* section_of(StackPlan& stack, const ConstructNode& node) {
  if (node.as<OutputProps>() != nullptr) return &stack.outputs;
  if (node.as<ParameterProps>() != nullptr) return &stack.parameters;
  if (node.as<detail::ConditionData>() != nullptr) return &stack.conditions;
  if (node.as<detail::MappingData>() != nullptr) return &stack.mappings;
  if (node.as<RuleProps>() != nullptr) return &stack.rules;
  return nullptr;
}

void sort_by_path(std::vector<StackPlan*>& stacks) {
  std::ranges::sort(stacks, {}, [](const StackPlan* stack) { return stack->node->path(); });
}

}  // namespace

StackPlan* StackPlan::nested_toward(StackPlan& inner) {
  auto* stack = &inner;
  while (stack != nullptr && stack->parent != this)
    stack = stack->parent;
  return stack;
}

Plan::Plan(const detail::Tree& app) : tree(app) {
  visit(*tree.root, nullptr);
  for (auto& stack : stacks)
    sort_by_path(stack.nested);
  sort_by_path(roots);
}

StackPlan* Plan::stack_of(const ConstructNode& node) {
  const auto found = stacks_by_node_.find(node.stack);
  return found == stacks_by_node_.end() ? nullptr : found->second;
}

ResourcePlan* Plan::resource_of(const ConstructNode& node) {
  const auto found = resources_by_node_.find(&node);
  return found == resources_by_node_.end() ? nullptr : found->second;
}

const Existing* Plan::existing(const ConstructNode& node) const {
  const auto found = existing_.find(&node);
  return found == existing_.end() ? nullptr : &found->second;
}

bool Plan::take_existing(const ConstructNode& node) {
  const auto& find = node.as<detail::ResourceData>()->existing;
  if (!find) return false;
  // Values are kept until synthesis ends.
  const ArenaScope scope(*tree.arena);
  auto found = find();
  if (!found) return false;
  existing_.emplace(&node, std::move(*found));
  return true;
}

void Plan::visit(const ConstructNode& node, StackPlan* stack) {
  if (node.as<detail::StackData>() != nullptr) {
    stack = add_stack(node);
  } else if (stack != nullptr) {
    if (node.as<detail::ResourceData>() != nullptr && !take_existing(node))
      add_resource(*stack, node);
    if (auto* const section = section_of(*stack, node)) add_entry(*stack, *section, node);
    if (node.as<detail::AssetData>() != nullptr) stack->root->assets.push_back(&node);
  }
  for (const auto* child : node.children)
    visit(*child, stack);
}

StackPlan* Plan::add_stack(const ConstructNode& node) {
  const auto* const resource = node.as<detail::StackData>()->resource;
  auto* const parent = resource != nullptr ? stack_of(*resource) : nullptr;
  if (resource != nullptr && parent == nullptr) return nullptr;  // which has been recorded
  auto& stack = stacks.emplace_back(StackPlan{.node = &node, .parent = parent});
  if (resource != nullptr) {
    stack.root = stack.parent->root;
    stack.resource = &add_resource(*stack.parent, *resource);
    stack.parent->nested.push_back(&stack);
  } else {
    stack.root = &stack;
    roots.push_back(&stack);
    if (const auto name = stack_name_of(node); !is_stack_name(name)) {
      report(
          node, "InvalidStackNameError",
          fmt::format(
              "`{}` is no stack name: it takes a letter, then letters, digits and `-`", name
          ),
          "give the stack another id, or a stackName of at most 128 characters"
      );
    }
    claim(root_names_, stack_name_of(node), node);
    stack.parameters.names.emplace("BootstrapVersion", "the parameter that the CDK asks for");
    stack.rules.names.emplace("CheckBootstrapVersion", "the rule that the CDK asks for");
  }
  stacks_by_node_.emplace(&node, &stack);
  return &stack;
}

ResourcePlan& Plan::add_resource(StackPlan& stack, const ConstructNode& node) {
  auto& resource = stack.resources.emplace_back(
      ResourcePlan{.node = &node, .stack = &stack, .id = logical_id_of(node)}
  );
  claim(stack.parameters.names, resource.id, node);
  stack.resources_by_id.emplace(resource.id, &resource);
  resources_by_node_.emplace(&node, &resource);
  return resource;
}

void Plan::add_entry(StackPlan& stack, Section& section, const ConstructNode& node) {
  section.nodes.push_back(&node);
  if (is_logical_id(node.id)) {
    claim(section.names, node.id, node);
  } else {
    report(
        node, "InvalidLogicalIdError",
        fmt::format(
            "its id is its name in `{}`, which takes 1 to 255 letters and digits",
            stack.node->path()
        ),
        fmt::format("write `{}`", alphanumeric(node.id).substr(0, 255))
    );
  }
}

void Plan::claim(
    std::map<std::string, std::string>& names, const std::string& name, const ConstructNode& node
) {
  const auto [entry, is_new] = names.emplace(name, std::string());
  if (is_new) {
    entry->second = node.path();
    return;
  }
  report(
      node, "LogicalIdClashError",
      fmt::format("its name is `{}`, as that of {}", name, entry->second),
      "give one of them another id or name"
  );
}

void Plan::report(
    const ConstructNode& node, std::string code, std::string message, std::string help
) {
  errors.push_back({
      .code = std::move(code),
      .where = node.path(),
      .message = std::move(message),
      .help = std::move(help),
      .source = node.source(),
  });
}

}  // namespace amplify::cdk
