// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "diff/snapshot.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace amplify::detail {

/// The resources of a backend by stack, and which refer to which, across stacks too.
struct ResourceGraph {
  /// One resource, or several of a type in one stack that refer to the same and are referred to by
  /// the same.
  struct Node {
    std::size_t stack = 0;
    /// `AppSync::Resolver`
    std::string type{};
    /// Without its hash, of the first of them.
    std::string name{};
    std::size_t count = 1;
  };
  struct Stack {
    std::string name{};
    /// Stacks within, by index.
    std::vector<std::size_t> nested{};
  };

  /// The root comes first.
  std::vector<Stack> stacks{};
  std::vector<Node> nodes{};
  /// By index; the first refers to the second.
  std::set<std::pair<std::size_t, std::size_t>> edges{};
};

ResourceGraph resource_graph(const diff::Snapshot& snapshot);

/// As Mermaid reads it: `flowchart …`.
std::string mermaid(const ResourceGraph& graph);
/// As Graphviz reads it: `digraph …`.
std::string dot(const ResourceGraph& graph);

}  // namespace amplify::detail
