// SPDX-License-Identifier: Apache-2.0
#include "cdk/node.hpp"

#include "cdk/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace amplify::cdk::detail {
namespace {

/// Whether this library's own sources made a construct: no place to send a user to. The build gives
/// them a name of their own.
bool is_internal(const std::source_location& where) {
  return std::string_view(where.file_name()).starts_with("amplify-cpp/src/");
}

bool needs_stack(const ConstructNode& node) {
  return !node.as<std::monostate>() && !(node.as<StackData>() && !node.as<StackData>()->resource);
}

/// Whether the node may be a child of its scope; a fault is recorded.
bool check_id(const ConstructNode& node) {
  if (node.id.empty() || node.id.find('/') != std::string::npos) {
    node.record(
        "InvalidConstructIdError",
        node.id.empty() ? "the id is empty"
                        : fmt::format("the id `{}` contains `/`, which separates ids", node.id),
        "give the construct an id without `/`"
    );
    return false;
  }
  if (!is_printable(node.id)) {
    node.record(
        "InvalidConstructIdError", "the id has control characters, or isn't UTF-8",
        "give the construct an id of printable text"
    );
    return false;
  }
  if (node.tree->index.contains({node.scope, node.id})) {
    node.record(
        "DuplicateConstructError",
        fmt::format("its scope already has a construct with the id `{}`", node.id),
        "give each construct of a scope an id of its own"
    );
    return false;
  }
  return true;
}

}  // namespace

Tree::Tree() : root(&nodes.emplace_back()) { root->tree = this; }

ConstructNode& Tree::no_stack() {
  if (no_stack_ == nullptr) {
    no_stack_ = &nodes.emplace_back();
    no_stack_->tree = this;
    no_stack_->scope = root;
    no_stack_->stack = no_stack_;
    no_stack_->content = StackData{};
  }
  return *no_stack_;
}

ConstructNode* ConstructNode::add(
    const Construct& scope, std::string_view id, std::source_location where, Content content
) {
  auto& parent = of(scope);
  auto& node = parent.tree->nodes.emplace_back();
  node.tree = parent.tree;
  node.scope = &parent;
  node.stack = parent.stack;
  node.id = id;
  node.where = where;
  node.content = std::move(content);
  // A faulty child stays out of the tree, so that nothing else is found wrong with it.
  if (check_id(node)) {
    node.tree->index.emplace(Tree::Key{&parent, node.id}, &node);
    parent.children.push_back(&node);
  }
  if (node.stack == nullptr && needs_stack(node)) {
    node.record(
        "NoStackError", "it is in no stack", "make it in a Stack, or in a construct in one"
    );
    node.stack = &node.tree->no_stack();
  }
  return &node;
}

std::vector<std::string_view> ConstructNode::path_below(const ConstructNode* top) const {
  if (top == nullptr) top = tree->root;
  std::vector<std::string_view> ids;
  for (const auto* node = this; node != nullptr && node != top; node = node->scope) {
    ids.push_back(node->id);
  }
  std::ranges::reverse(ids);
  return ids;
}

std::string ConstructNode::path() const {
  return fmt::format("{}", fmt::join(path_below(nullptr), "/"));
}

std::source_location ConstructNode::source() const {
  const auto* node = this;
  while (node->scope != nullptr && is_internal(node->where))
    node = node->scope;
  return is_internal(node->where) ? std::source_location() : node->where;
}

Diagnostic invalid_override(
    const ConstructNode& node, const Override& change, const OverrideFault& fault
) {
  return {
      .code = "InvalidOverrideError",
      .where = node.path(),
      .message = fmt::format("the override `{}`: {}", print_path(change.path), fault.message),
      .help = fault.help,
      .source = is_internal(change.where) ? node.source() : change.where,
  };
}

void ConstructNode::record(std::string code, std::string message, std::string help) const {
  tree->errors.push_back({
      .code = std::move(code),
      .where = path(),
      .message = std::move(message),
      .help = std::move(help),
      .source = source(),
  });
}

}  // namespace amplify::cdk::detail
