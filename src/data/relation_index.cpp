// SPDX-License-Identifier: Apache-2.0
#include "data/relation_index.hpp"

#include "data/fields.hpp"

#include <algorithm>

namespace amplify::appsync {

const ir::Index* find_index(const ir::Model& model, std::string_view name) {
  const auto found = std::ranges::find(model.indexes, name, &ir::Index::name);
  return found == model.indexes.end() ? nullptr : &*found;
}

std::string relation_index(const ir::Model& model, const ir::Field& relation) {
  const std::string& chosen = relation.relation->index;
  return chosen.empty() ? "gsi-" + stored_name(model) + "." + relation.name : chosen;
}

std::vector<ir::Index> all_indexes(const ir::Definition& definition, const ir::Model& model) {
  std::vector<ir::Index> indexes = model.indexes;
  for (const ir::Model& other : definition.models) {
    for (const ir::Field& field : other.fields) {
      const auto& relation = field.relation;
      if (!relation || field.type.name != model.name || relation->referencesHere ||
          relation->kind == ir::Relationship::belongsTo || relation->references.empty())
        continue;
      const std::string name = relation_index(other, field);
      if (find_index(model, name)) continue;
      indexes.push_back(
          {.name = name,
           .partitionKey = relation->references.front(),
           .sortKeys = {relation->references.begin() + 1, relation->references.end()}}
      );
    }
  }
  return indexes;
}

}  // namespace amplify::appsync
