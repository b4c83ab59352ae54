// SPDX-License-Identifier: Apache-2.0
#include "cdk/aspects.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace amplify::cdk {

using detail::ConstructNode;

namespace {

constexpr int maximal_rounds = 100;

class Visit {
 public:
  explicit Visit(detail::AspectEntry& entry) : entry_(entry) {}

  /// Whether there was anything new.
  bool below(ConstructNode& node) {
    bool found = one(node);
    if (const auto* stack = node.as<detail::StackData>(); stack != nullptr && stack->resource) {
      found = one(*stack->resource) || found;
    }
    // Children that the aspect adds wait for the next round.
    const auto count = node.children.size();
    for (std::size_t i = 0; i < count; ++i)
      found = below(*node.children[i]) || found;
    return found;
  }

 private:
  bool one(ConstructNode& node) {
    if (!entry_.visited.insert(&node).second) return false;
    auto construct = ConstructNode::handle(node);
    entry_.aspect->visit(construct);
    return true;
  }

  detail::AspectEntry& entry_;
};

std::vector<detail::AspectEntry*> in_order(detail::Tree& tree) {
  struct Ranked {
    int priority;
    std::size_t depth;
    std::size_t position;
    detail::AspectEntry* entry;
    auto operator<=>(const Ranked&) const = default;
  };
  std::vector<Ranked> ranked;
  for (auto& entry : tree.aspects)
    ranked.push_back(
        {entry.priority, entry.scope->path_below(nullptr).size(), ranked.size(), &entry}
    );
  std::ranges::sort(ranked);
  std::vector<detail::AspectEntry*> entries;
  for (const auto& each : ranked)
    entries.push_back(each.entry);
  return entries;
}

}  // namespace

detail::Aspect::~Aspect() = default;

void Aspects::append(std::unique_ptr<detail::Aspect> aspect, AspectOptions options) const {
  auto& node = ConstructNode::of(scope_);
  node.tree->aspects.push_back(
      {.aspect = std::move(aspect), .priority = options.priority, .scope = &node}
  );
}

void run_aspects(detail::Tree& tree) {
  // What they make stays in the tree.
  const ArenaScope scope(*tree.arena);
  for (int round = 0; round < maximal_rounds; ++round) {
    bool found = false;
    for (auto* entry : in_order(tree))
      found = Visit(*entry).below(*entry->scope) || found;
    if (!found) return;
  }
  tree.root->record(
      "EndlessAspectError", "aspects keep adding constructs, which aspects visit in turn",
      "let the aspect leave alone what it has added"
  );
}

}  // namespace amplify::cdk
