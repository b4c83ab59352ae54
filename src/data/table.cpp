// SPDX-License-Identifier: Apache-2.0
#include "data/table.hpp"

#include "data/fields.hpp"
#include "data/relation_index.hpp"

namespace amplify::appsync {
namespace {

/// `N` for what DynamoDB orders as a number.
std::string attribute_type(const ir::Type& type) {
  if (type.kind != ir::TypeKind::scalar) return "S";
  switch (type.scalar) {
    case ir::Scalar::integer:
    case ir::Scalar::float_:
    case ir::Scalar::timestamp:
      return "N";
    default:
      return "S";
  }
}

/// Declares the key's attributes in the table, and names them.
Table::Key add_key(Table& table, const std::vector<ir::Field>& fields) {
  table.attributes.emplace(fields.front().name, attribute_type(fields.front().type));
  std::vector<std::string> sort_keys;
  for (std::size_t i = 1; i < fields.size(); ++i)
    sort_keys.push_back(fields[i].name);
  if (sort_keys.size() == 1) {
    table.attributes.emplace(sort_keys.front(), attribute_type(fields[1].type));
  } else if (sort_keys.size() > 1) {
    table.attributes.emplace(sort_key_attribute(sort_keys), "S");
  }
  return {fields.front().name, sort_key_attribute(sort_keys)};
}

}  // namespace

std::string sort_key_attribute(const std::vector<std::string>& sort_keys) {
  std::string name;
  for (const std::string& key : sort_keys)
    name += (name.empty() ? "" : "#") + key;
  return name;
}

Table table(const ir::Definition& definition, const ir::Model& model) {
  Table table;
  table.key = add_key(table, key_fields(model));
  for (const ir::Index& index : all_indexes(definition, model)) {
    std::vector<std::string> names = index.sortKeys;
    names.insert(names.begin(), index.partitionKey);
    const std::vector<ir::Field> fields = fields_named(model, names);
    std::vector<std::string> others = index.nonKeyAttributes;
    for (std::string& name : others) {
      if (const ir::Field* field = find_field(model, name)) name = stored_name(*field);
    }
    table.indexes.push_back({index.name, add_key(table, fields), index.projection, others});
  }
  return table;
}

}  // namespace amplify::appsync
