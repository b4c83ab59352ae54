// SPDX-License-Identifier: Apache-2.0
#include "plan/tables.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace amplify::plan {
namespace {

using diff::member;
using diff::Snapshot;
using Kind = IndexChange::Kind;

constexpr const char* table_type = "AWS::DynamoDB::Table";

const Json& properties(const Json& table) { return member(table, "Properties"); }

std::vector<TableName> tables(const Snapshot& snapshot) {
  std::vector<TableName> all;
  for (const auto& [place, body] : snapshot.templates) {
    for (const auto& [id, entry] : member(body, "Resources").items()) {
      if (member(entry, "Type") == table_type) all.push_back({place, id});
    }
  }
  return all;
}

/// `S` of an attribute; null for one that the table doesn't declare.
const Json& attribute_type(const Json& table, std::string_view name) {
  static const Json none;
  for (const Json& attribute : member(properties(table), "AttributeDefinitions")) {
    if (member(attribute, "AttributeName") == name) return member(attribute, "AttributeType");
  }
  return none;
}

std::vector<std::string> attributes_of(const Json& key_schema) {
  std::vector<std::string> names;
  for (const Json& key : key_schema)
    names.push_back(member(key, "AttributeName").get<std::string>());
  return names;
}

const Json& find_index(const Json& table, std::string_view name) {
  static const Json none;
  for (const Json& index : member(properties(table), "GlobalSecondaryIndexes")) {
    if (member(index, "IndexName") == name) return index;
  }
  return none;
}

bool same_types(const Json& old, const Json& now, const Json& key_schema) {
  return std::ranges::all_of(attributes_of(key_schema), [&](const std::string& name) {
    return attribute_type(old, name) == attribute_type(now, name);
  });
}

/// Whether the table can become the other one.
bool stays(const Json& old, const Json& now) {
  const Json& keys = member(properties(now), "KeySchema");
  return member(properties(old), "KeySchema") == keys && same_types(old, now, keys);
}

/// Whether an index of the new table can be there while the old attributes are.
bool fits(const Json& old, const Json& now, std::string_view index) {
  return std::ranges::all_of(
      attributes_of(member(find_index(now, index), "KeySchema")),
      [&](const std::string& name) {
        const Json& type = attribute_type(old, name);
        return type.is_null() || type == attribute_type(now, name);
      }
  );
}

TableChanges changes_of(const TableName& name, const Json& old, const Json& now) {
  TableChanges changes{.table = name};
  std::vector<IndexChange> added_late;
  for (const std::string& index : index_names(old)) {
    const bool gone = find_index(now, index).is_null();
    if (is_kept(old, now, index)) continue;
    changes.late.push_back({Kind::removes, index});
    if (!gone) added_late.push_back({Kind::adds, index});
  }
  for (const std::string& index : index_names(now)) {
    if (!find_index(old, index).is_null()) continue;
    (fits(old, now, index) ? changes.early : added_late).push_back({Kind::adds, index});
  }
  std::ranges::move(added_late, std::back_inserter(changes.late));
  return changes;
}

}  // namespace

std::vector<std::string> index_names(const Json& table) {
  std::vector<std::string> names;
  for (const Json& index : member(properties(table), "GlobalSecondaryIndexes"))
    names.push_back(member(index, "IndexName").get<std::string>());
  return names;
}

std::vector<TableChanges> index_changes(const Snapshot& before, const Snapshot& after) {
  std::vector<TableChanges> all;
  for (const TableName& name : tables(after)) {
    const Json& old = table_in(before, name);
    const Json& now = table_in(after, name);
    if (member(old, "Type") != table_type || !stays(old, now)) continue;
    auto changes = changes_of(name, old, now);
    if (changes.count() > 0) all.push_back(std::move(changes));
  }
  return all;
}

std::vector<TableName> remade_tables(const Snapshot& before, const Snapshot& after) {
  std::vector<TableName> all;
  // What a table is called depends on the API, which has another parameter in every stack.
  const auto called = [](const TableName& name, const Json& table) {
    return member(properties(table), "TableName").is_null() ? std::string()
                                                            : std::string(model_of(name.logicalId));
  };
  for (const TableName& name : tables(after)) {
    const Json& now = table_in(after, name);
    const std::string own = called(name, now);
    if (own.empty()) continue;
    const Json& old = table_in(before, name);
    if (!old.is_null()) {
      if (!stays(old, now)) all.push_back(name);
      continue;
    }
    const bool moves = std::ranges::any_of(tables(before), [&](const TableName& other) {
      return called(other, table_in(before, other)) == own && table_in(after, other).is_null();
    });
    if (moves) all.push_back(name);
  }
  return all;
}

Json with_indexes(Json base, const Json& old, const Json& now, const Indexes& indexes) {
  Json& changed = base["Properties"];
  Json list = Json::array();
  std::map<std::string, Json> types;
  const auto need = [&](const Json& key_schema, const Json& from) {
    for (const std::string& name : attributes_of(key_schema))
      types.try_emplace(name, attribute_type(from, name));
  };
  need(member(changed, "KeySchema"), base);
  for (const auto& [name, version] : indexes) {
    const Json& from = version == Version::old ? old : now;
    list.push_back(find_index(from, name));
    need(member(list.back(), "KeySchema"), from);
  }
  changed["AttributeDefinitions"] = Json::array();
  for (const auto& [name, type] : types) {
    changed["AttributeDefinitions"].push_back({{"AttributeName", name}, {"AttributeType", type}});
  }
  changed.erase("GlobalSecondaryIndexes");
  if (!list.empty()) changed["GlobalSecondaryIndexes"] = std::move(list);
  return base;
}

bool is_kept(const Json& old, const Json& now, std::string_view index) {
  const Json& before = find_index(old, index);
  const Json& after = find_index(now, index);
  const Json& keys = member(after, "KeySchema");
  return !before.is_null() && !after.is_null() && member(before, "KeySchema") == keys &&
         member(before, "Projection") == member(after, "Projection") && same_types(old, now, keys);
}

const Json& table_in(const Snapshot& snapshot, const TableName& name) {
  static const Json none;
  const auto found = snapshot.templates.find(name.place);
  return found == snapshot.templates.end()
             ? none
             : member(member(found->second, "Resources"), name.logicalId);
}

std::string_view model_of(std::string_view logical_id) {
  constexpr std::string_view suffix = "Table";
  const auto name = diff::readable(logical_id);
  return name.ends_with(suffix) ? name.substr(0, name.size() - suffix.size()) : std::string_view();
}

}  // namespace amplify::plan
