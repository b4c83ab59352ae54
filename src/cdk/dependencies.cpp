// SPDX-License-Identifier: Apache-2.0
#include "cdk/dependencies.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

namespace amplify::cdk {

using detail::ConstructNode;
using detail::StackData;

namespace {

/// What stands for a nested stack in its parent; other constructs stand for themselves.
const ConstructNode& representative(const ConstructNode& node) {
  const auto* stack = node.as<StackData>();
  return stack != nullptr && stack->resource != nullptr ? *stack->resource : node;
}

class Connector {
 public:
  explicit Connector(Plan& plan) : plan_(plan) {}

  void visit(const ConstructNode& node) {
    for (const auto* other : node.dependencies)
      connect(node, *other);
    for (const auto* child : node.children)
      visit(*child);
    if (const auto* stack = node.as<StackData>(); stack != nullptr && stack->resource != nullptr) {
      for (const auto* other : stack->resource->dependencies)
        connect(*stack->resource, *other);
    }
  }

 private:
  void connect(const ConstructNode& user, const ConstructNode& used) {
    if (used.tree != user.tree) {
      plan_.report(
          user, "CrossStackReferenceError",
          fmt::format("it depends on {}, which belongs to another app", used.path()),
          "define both in one app"
      );
      return;
    }
    const auto& waiting = representative(user);
    const auto& awaited = representative(used);
    auto* const left = plan_.stack_of(waiting);
    auto* const right = plan_.stack_of(awaited);
    if (left != nullptr && right != nullptr && left->root == right->root) {
      connect_resources(user, used, common(*left, *right));
    } else {
      connect_roots(waiting, awaited);
    }
  }

  static StackPlan& common(StackPlan& left, StackPlan& right) {
    auto* stack = &left;
    while (stack != &right && stack->nested_toward(right) == nullptr)
      stack = stack->parent;
    return *stack;
  }

  void connect_resources(const ConstructNode& user, const ConstructNode& used, StackPlan& stack) {
    const auto waiting = resources_in(representative(user), stack);
    const auto awaited = resources_in(representative(used), stack);
    for (auto* left : waiting) {
      for (auto* right : awaited)
        left->waits_for.push_back({right, {.user = &user, .used = &used}});
    }
  }

  /// What the construct has in the template of `stack`, where nested stacks are single resources.
  std::vector<ResourcePlan*> resources_in(const ConstructNode& node, StackPlan& stack) {
    auto& home = *plan_.stack_of(node);
    if (&home != &stack) return {stack.nested_toward(home)->resource};
    std::vector<ResourcePlan*> resources;
    if (node.as<StackData>() != nullptr) {
      for (const auto* child : node.children)
        collect(*child, resources);
    } else {
      collect(node, resources);
    }
    return resources;
  }

  void collect(const ConstructNode& node, std::vector<ResourcePlan*>& resources) {
    if (auto* const resource = plan_.resource_of(representative(node))) {
      resources.push_back(resource);
    }
    if (node.as<StackData>() != nullptr) return;
    for (const auto* child : node.children)
      collect(*child, resources);
  }

  void connect_roots(const ConstructNode& user, const ConstructNode& used) {
    for (auto* waiting : roots_of(user)) {
      for (auto* awaited : roots_of(used)) {
        if (waiting == awaited) continue;
        waiting->waits_for.emplace(awaited, Use{.user = &user, .used = &used});
      }
    }
  }

  /// The root that the construct is in, or all that are in it.
  std::vector<StackPlan*> roots_of(const ConstructNode& node) {
    if (auto* const stack = plan_.stack_of(node)) return {stack->root};
    std::vector<StackPlan*> roots;
    for (const auto* child : node.children) {
      const auto below = roots_of(*child);
      roots.insert(roots.end(), below.begin(), below.end());
    }
    return roots;
  }

  Plan& plan_;
};

}  // namespace

void connect_dependencies(Plan& plan) { Connector(plan).visit(*plan.tree.root); }

std::vector<std::string> depends_on(const ResourcePlan& resource) {
  std::unordered_set<const ResourcePlan*> implied;
  for (const auto& edge : resource.uses)
    implied.insert(edge.to);
  std::vector<std::string> ids;
  for (const auto& edge : resource.waits_for) {
    if (implied.insert(edge.to).second) ids.push_back(edge.to->id);
  }
  std::ranges::sort(ids);
  return ids;
}

}  // namespace amplify::cdk
