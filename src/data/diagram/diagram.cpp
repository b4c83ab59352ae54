// SPDX-License-Identifier: Apache-2.0
#include "data/diagram/diagram.hpp"

#include "data/fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

namespace amplify::diagram {
namespace {

using appsync::find_field;

/// The fields of a model that refer to others.
std::set<std::string> references_of(const ir::Model& model) {
  std::set<std::string> names;
  for (const ir::Field& field : model.fields)
    if (field.relation && field.relation->kind == ir::Relationship::belongsTo)
      names.insert(field.relation->references.begin(), field.relation->references.end());
  return names;
}

Entity entity(const ir::Model& model) {
  const std::set<std::string> references = references_of(model);
  Entity result{.name = model.name};
  const auto add = [&](const ir::Field& field) {
    result.attributes.push_back({
        .type = appsync::named_type(field.type) + (field.type.array ? "[]" : ""),
        .name = field.name,
        .key = appsync::is_key(model, field.name),
        .reference = references.contains(field.name),
    });
  };
  if (!appsync::has_identifier(model) && !appsync::declares_id(model))
    add(appsync::key_fields(model).front());
  for (const ir::Field& field : model.fields)
    if (!appsync::is_relation(field)) add(field);
  return result;
}

/// The belongsTo that answers a hasMany or hasOne.
const ir::Field* other_side(
    const ir::Model& related, const ir::Model& model, const ir::Field& field
) {
  const auto found = std::ranges::find_if(related.fields, [&](const ir::Field& other) {
    return other.relation && other.relation->kind == ir::Relationship::belongsTo &&
           other.type.name == model.name &&
           other.relation->references == field.relation->references;
  });
  return found == related.fields.end() ? nullptr : &*found;
}

Edge edge(const ir::Model& model, const ir::Field& field, const ir::Model& related) {
  const ir::Field* const back = other_side(related, model, field);
  const auto& references = field.relation->references;
  return {
      .from = model.name,
      .to = related.name,
      .label = field.name + (back ? " / " + back->name : ""),
      .many = field.relation->kind == ir::Relationship::hasMany,
      .required = std::ranges::all_of(
          references,
          [&](const std::string& name) {
            const ir::Field* const reference = find_field(related, name);
            return reference && reference->type.required;
          }
      ),
  };
}

}  // namespace

Diagram make(const ir::Definition& schema) {
  Diagram diagram;
  for (const ir::Model& model : schema.models) {
    diagram.entities.push_back(entity(model));
    for (const ir::Field& field : model.fields) {
      if (!field.relation || field.relation->kind == ir::Relationship::belongsTo) continue;
      const auto related = std::ranges::find(schema.models, field.type.name, &ir::Model::name);
      if (related != schema.models.end()) diagram.edges.push_back(edge(model, field, *related));
    }
  }
  return diagram;
}

std::string mermaid(const Diagram& diagram) {
  std::string text = "erDiagram\n";
  for (const Entity& entity : diagram.entities) {
    text += "  " + entity.name + " {\n";
    for (const Attribute& attribute : entity.attributes) {
      const char* const keys = attribute.key && attribute.reference ? " PK, FK"
                               : attribute.key                      ? " PK"
                               : attribute.reference                ? " FK"
                                                                    : "";
      text += "    " + attribute.type + " " + attribute.name + keys + "\n";
    }
    text += "  }\n";
  }
  for (const Edge& edge : diagram.edges)
    text += fmt::format(
        "  {} {}--{} {} : \"{}\"\n", edge.from, edge.required ? "||" : "|o",
        edge.many ? "o{" : "o|", edge.to, edge.label
    );
  return text;
}

std::string dot(const Diagram& diagram) {
  std::string text = "digraph {\n  node [shape=record];\n";
  for (const Entity& entity : diagram.entities) {
    text += fmt::format("  \"{0}\" [label=\"{{{0}|", entity.name);
    for (const Attribute& attribute : entity.attributes)
      text += attribute.name + (attribute.key ? "* : " : " : ") + attribute.type + "\\l";
    text += "}\"];\n";
  }
  for (const Edge& edge : diagram.edges)
    text += fmt::format(
        "  \"{}\" -> \"{}\" [label=\"{}\", arrowhead={}, arrowtail={}, dir=both];\n", edge.from,
        edge.to, edge.label, edge.many ? "crowodot" : "teeodot",
        edge.required ? "teetee" : "teeodot"
    );
  return text + "}\n";
}

}  // namespace amplify::diagram
