// SPDX-License-Identifier: Apache-2.0
#include "cdk/dependencies.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace amplify::cdk {

using detail::ConstructNode;

namespace {

std::string name_of(const ResourcePlan& resource) {
  const auto* const nested = resource.data().nested_stack;
  return (nested != nullptr ? nested : resource.node)->path();
}

/// Depth first through the resources of one template.
class CycleFinder {
 public:
  explicit CycleFinder(Plan& plan) : plan_(plan) {}

  void visit(ResourcePlan& resource) {
    auto& state = states_[&resource];
    if (state == State::done) return;
    if (state == State::open) {
      report(resource);
      return;
    }
    state = State::open;
    follow(resource.uses);
    follow(resource.waits_for);
    states_[&resource] = State::done;
  }

 private:
  enum class State { unseen, open, done };

  void follow(const std::vector<Edge>& edges) {
    for (const auto& edge : edges) {
      path_.push_back(&edge);
      visit(*edge.to);
      path_.pop_back();
    }
  }

  /// The edges that lead from `end` back to it are the last of the path.
  void report(const ResourcePlan& end) {
    auto start = path_.end() - 1;
    while (start != path_.begin() && (*(start - 1))->to != &end)
      --start;
    const bool is_known = std::any_of(start, path_.end(), [&](const Edge* edge) {
      return !reported_.emplace(edge->to, true).second;
    });
    if (is_known) return;
    auto names = name_of(end);
    std::vector<std::string> reasons;
    for (auto edge = start; edge != path_.end(); ++edge) {
      names += " → " + name_of(*(*edge)->to);
      reasons.push_back(fmt::format("{} needs {}", (*edge)->user->path(), (*edge)->used->path()));
    }
    plan_.report(
        *end.node, "CyclicDependencyError", fmt::format("{}: {}", names, fmt::join(reasons, ", ")),
        "take one of these out; constructs that need each other belong into one stack"
    );
    if (end.data().nested_stack != nullptr) plan_.errors.back().where = name_of(end);
  }

  Plan& plan_;
  std::unordered_map<const ResourcePlan*, State> states_{};
  std::unordered_map<const ResourcePlan*, bool> reported_{};
  std::vector<const Edge*> path_{};
};

}  // namespace

void check_cycles(Plan& plan) {
  for (auto& stack : plan.stacks) {
    CycleFinder finder(plan);
    for (auto& resource : stack.resources)
      finder.visit(resource);
  }
}

}  // namespace amplify::cdk
