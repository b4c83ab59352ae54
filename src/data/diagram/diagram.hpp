// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/definition.hpp>

#include <string>
#include <vector>

/// The models of a schema and how they are related, to be drawn.
namespace amplify::diagram {

struct Attribute {
  /// `String`, `String[]`.
  std::string type{};
  std::string name{};
  /// Part of the identifier; part of a reference to another model.
  bool key = false, reference = false;
};

struct Entity {
  std::string name{};
  std::vector<Attribute> attributes{};
};

/// A hasMany or hasOne, drawn together with the belongsTo of the other side.
struct Edge {
  std::string from{}, to{};
  /// The names of both sides' fields: `comments / post`.
  std::string label{};
  bool many = false;
  /// Every item of `to` has one of `from`.
  bool required = false;
};

struct Diagram {
  std::vector<Entity> entities{};
  std::vector<Edge> edges{};
};

/// Entities are sorted by name, edges by the field that leads from them.
Diagram make(const ir::Definition& schema);

/// As Mermaid reads it: `erDiagram …`.
std::string mermaid(const Diagram& diagram);
/// As Graphviz reads it: `digraph …`.
std::string dot(const Diagram& diagram);

}  // namespace amplify::diagram
