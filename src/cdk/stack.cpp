// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/stack.hpp>

#include "cdk/logical_id.hpp"
#include "cdk/node.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <utility>

namespace amplify::cdk {

using detail::Access;
using detail::ConstructNode;
using detail::ResourceData;
using detail::StackData;

namespace {

constexpr std::string_view nested_stack_type = "AWS::CloudFormation::Stack";

StackData& data_of(ConstructNode* node) { return *node->as<StackData>(); }

bool is_account(std::string_view text) {
  constexpr std::size_t digits = 12;
  return text.size() == digits && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_region(std::string_view text) {
  return text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

void set_environment(ConstructNode& node, Environment environment) {
  const auto refuse = [&node](std::string_view what, std::string_view text, std::string_view help) {
    node.record(
        "InvalidEnvironmentError", fmt::format("`{}` is no {}", text, what), std::string(help)
    );
  };
  if (!environment.account.empty() && !is_account(environment.account)) {
    refuse("account", environment.account, "give its twelve digits");
  }
  if (!is_region(environment.region)) {
    refuse("region", environment.region, "write it as in `eu-west-1`");
  }
  data_of(&node).environment = std::move(environment);
}

const ConstructNode& root_stack(const ConstructNode& stack) {
  const auto* node = &stack;
  while (const auto* const resource = node->as<StackData>()->resource)
    node = resource->stack;
  return *node;
}

std::string text_of(const char* variable) {
  const char* const text = std::getenv(variable);
  return text == nullptr ? std::string() : text;
}

ConstructNode* add_stack(
    const Construct& scope, std::string_view id, StackProps props, std::source_location where
) {
  StackData data{.name = std::move(props.stackName), .description = std::move(props.description)};
  auto* const node = ConstructNode::add(scope, id, where, std::move(data));
  node->stack = node;
  set_environment(*node, std::move(props.env));
  return node;
}

/// The resource that deploys a nested stack. It is in the scope's template, but is none of its
/// children: it goes where the nested stack goes.
ConstructNode* add_nested_resource(ConstructNode& nested, ConstructNode* parent) {
  auto& node = nested.tree->nodes.emplace_back();
  node.tree = nested.tree;
  node.scope = nested.scope;
  node.stack = parent;
  node.id = fmt::format("{0}.NestedStack/{0}.NestedStackResource", nested.id);
  node.where = nested.where;
  node.content = ResourceData{.type = std::string(nested_stack_type), .nested_stack = &nested};
  return &node;
}

ConstructNode* add_nested_stack(
    const Construct& scope, std::string_view id, StackProps props, std::source_location where
) {
  auto* const node = add_stack(scope, id, std::move(props), where);
  auto* parent = node->scope->stack;
  if (parent == nullptr) {
    node->record("NoStackError", "a nested stack is in no stack", "make it in a Stack");
    parent = &node->tree->no_stack();
  }
  data_of(node).resource = add_nested_resource(*node, parent);
  return node;
}

}  // namespace

Environment Environment::ofCli() {
  return {.account = text_of("CDK_DEFAULT_ACCOUNT"), .region = text_of("CDK_DEFAULT_REGION")};
}

Stack::Stack(
    const Construct& scope, std::string_view id, StackProps props, std::source_location where
)
    : Construct(add_stack(scope, id, std::move(props), where)) {}

std::string Stack::stackName() const { return stack_name_of(*node_); }

void Stack::setStackName(std::string_view name) { data_of(node_).name = name; }

void Stack::setDescription(std::string_view text) { data_of(node_).description = text; }

Environment Stack::environment() const { return root_stack(*node_).as<StackData>()->environment; }

void Stack::setEnvironment(Environment environment) {
  set_environment(*node_, std::move(environment));
}

void Stack::addMetadata(std::string_view key, Json value) {
  data_of(node_).metadata.insert_or_assign(std::string(key), Access::data(value));
}

void Stack::addTransform(std::string_view name) { data_of(node_).transforms.emplace_back(name); }

NestedStack::NestedStack(
    const Construct& scope, std::string_view id, StackProps props, std::source_location where
)
    : Stack(add_nested_stack(scope, id, std::move(props), where)) {}

Resource NestedStack::nestedStackResource() const {
  return ConstructNode::resource_handle(*data_of(node_).resource);
}

Output::Output(
    const Construct& scope, std::string_view id, OutputProps props, std::source_location where
)
    : Construct(ConstructNode::add(scope, id, where, std::move(props))) {}

Parameter::Parameter(
    const Construct& scope, std::string_view id, ParameterProps props, std::source_location where
)
    : Construct(ConstructNode::add(scope, id, where, std::move(props))) {}

Any Parameter::ref() const { return Access::make<Any>(detail::make_reference(node_)); }

}  // namespace amplify::cdk
