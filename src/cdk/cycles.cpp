// SPDX-License-Identifier: Apache-2.0
#include "cdk/dependencies.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace amplify::cdk {

using detail::ConstructNode;

namespace {

const ConstructNode& construct_of(const ResourcePlan& resource) {
  const auto* const nested = resource.data().nested_stack;
  return nested != nullptr ? *nested : *resource.node;
}
const ConstructNode& construct_of(const StackPlan& root) { return *root.node; }

template <class Visit>
void follow(ResourcePlan& resource, Visit visit) {
  for (const auto* edges : {&resource.uses, &resource.waits_for}) {
    for (const auto& [to, use] : *edges)
      visit(*to, use);
  }
}
template <class Visit>
void follow(StackPlan& root, Visit visit) {
  for (const auto& [to, use] : root.waits_for)
    visit(*to, use);
}

std::string name_of(const ConstructNode& node) {
  const auto* const resource = node.as<detail::ResourceData>();
  return resource != nullptr && resource->nested_stack != nullptr ? resource->nested_stack->path()
                                                                  : node.path();
}

/// One step around the cycle, in the user's words.
std::string sentence(const Use& use) {
  const auto user = name_of(*use.user);
  const auto used = name_of(*use.used);
  if (use.property.empty()) return fmt::format("{} depends on {} (addDependency)", user, used);
  const auto what = use.attribute.empty() ? std::string("refers to")
                                          : fmt::format("refers to `{}` of", use.attribute);
  return fmt::format("{}: `{}` {} {}", user, use.property, what, used);
}

/// What the user places as a whole, and the node is part of; null if there is no such.
const ConstructNode* placed(const ConstructNode* node) {
  while (node != nullptr && node->placement.empty())
    node = node->scope;
  return node;
}

/// The stack of the backend, below its root, that the node is in.
const ConstructNode& top_stack(const ConstructNode& node) {
  const ConstructNode* stack = node.stack;
  while (stack->scope != nullptr && stack->scope->stack != nullptr &&
         stack->scope->stack->scope != nullptr && stack->scope->stack->scope->stack != nullptr)
    stack = stack->scope->stack;
  return *stack;
}

/// When all that crosses between stacks is about one thing that the user places: where to put it.
std::optional<std::string> placement(const std::vector<const Use*>& uses) {
  const ConstructNode* thing = nullptr;
  const ConstructNode* used_by_it = nullptr;
  const ConstructNode* user_of_it = nullptr;
  for (const Use* use : uses) {
    if (use->user->stack == use->used->stack) continue;
    const auto* const user = placed(use->user);
    const auto* const either = user != nullptr ? user : placed(use->used);
    if (either == nullptr || (thing != nullptr && either != thing)) return std::nullopt;
    thing = either;
    (user != nullptr ? used_by_it : user_of_it) = user != nullptr ? use->used : use->user;
  }
  if (thing == nullptr || used_by_it == nullptr) return std::nullopt;
  if (used_by_it == user_of_it) {
    return fmt::format(
        "take out what {} refers to, and let the function in by `allow.resource` in `.access` "
        "there: it learns names and addresses without a reference then",
        thing->path()
    );
  }
  return fmt::format(
      "set {} to \"{}\", so that nothing crosses here", thing->placement, top_stack(*used_by_it).id
  );
}

/// What breaks the cycle most easily.
std::string remedy(const std::vector<const Use*>& uses) {
  const auto dependency =
      std::ranges::find_if(uses, [](const Use* use) { return use->property.empty(); });
  if (dependency != uses.end()) {
    return fmt::format(
        "take out the dependency of {} on {}", name_of(*(*dependency)->user),
        name_of(*(*dependency)->used)
    );
  }
  if (auto where = placement(uses)) return *std::move(where);
  const auto crossing = std::ranges::find_if(uses, [](const Use* use) {
    return use->user->stack != use->used->stack;
  });
  if (crossing != uses.end()) {
    return fmt::format(
        "make {} in the stack of {}, or the other way round, so that nothing crosses here",
        name_of(*(*crossing)->user), name_of(*(*crossing)->used)
    );
  }
  return "write a fixed name in place of one of these references, or move it into a resource of its "
         "own, such as a policy";
}

/// Depth first through what waits for each other: the resources of a template, or root stacks.
template <class Node>
class CycleFinder {
 public:
  explicit CycleFinder(Plan& plan) : plan_(plan) {}

  void visit(Node& node) {
    auto& state = states_[&node];
    if (state == State::done) return;
    if (state == State::open) return report(node);
    state = State::open;
    follow(node, [&](Node& to, const Use& use) {
      path_.push_back({&to, &use});
      visit(to);
      path_.pop_back();
    });
    states_[&node] = State::done;
  }

 private:
  enum class State { unseen, open, done };
  struct Step {
    Node* to;
    const Use* use;
  };

  /// The steps that lead from `end` back to it are the last of the path.
  void report(const Node& end) {
    auto start = path_.end() - 1;
    while (start != path_.begin() && (start - 1)->to != &end)
      --start;
    const bool is_known = std::any_of(start, path_.end(), [&](const Step& step) {
      return !reported_.insert(step.to).second;
    });
    if (is_known) return;
    auto text = construct_of(end).path();
    std::vector<const Use*> uses;
    for (auto step = start; step != path_.end(); ++step) {
      text += " → " + construct_of(*step->to).path();
      uses.push_back(step->use);
    }
    for (const auto* use : uses)
      text += "\n  " + sentence(*use);
    plan_.report(construct_of(end), "CyclicDependencyError", std::move(text), remedy(uses));
  }

  Plan& plan_;
  std::unordered_map<const Node*, State> states_{};
  std::unordered_set<const Node*> reported_{};
  std::vector<Step> path_{};
};

}  // namespace

void check_cycles(Plan& plan) {
  for (auto& stack : plan.stacks) {
    CycleFinder<ResourcePlan> finder(plan);
    for (auto& resource : stack.resources)
      finder.visit(resource);
  }
  CycleFinder<StackPlan> finder(plan);
  for (auto* root : plan.roots)
    finder.visit(*root);
}

}  // namespace amplify::cdk
