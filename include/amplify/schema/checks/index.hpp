// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/entry.hpp>
#include <amplify/schema/checks/key.hpp>
#include <amplify/schema/checks/relation.hpp>
#include <amplify/schema/detail/lists.hpp>
#include <amplify/schema/detail/meta.hpp>

#include <cstdint>
#include <string_view>

namespace amplify::detail {

inline constexpr std::string_view index_calls[] = {"sortKeys", "queryField", "name", "projection"};
inline constexpr std::string_view projection_names[] = {"ALL", "KEYS_ONLY", "INCLUDE"};

/// Indexes that a table may have: "Service, account, and table quotas" of DynamoDB's developer
/// guide.
inline constexpr std::uint32_t most_indexes = 20;

/// One secondary index of a model.
class index_check {
 public:
  constexpr index_check(const entry_check& entry, const index_meta& index)
      : entry_(entry), schema_(entry.schema), index_(index) {}

  constexpr void all() const {
    check_calls(index_.called, index_calls, [&](pieces what, pieces help) { fault(what, help); });
    keys();
    name();
    query();
    projection();
  }

  constexpr void differs_from(const index_meta& other) const {
    const bool named = index_.called.has(index_call::name);
    if (named && index_.name == other.name)
      fault({"another index is named `", index_.name, "`"}, {"rename one of the two"});
    if (!named && !other.called.has(index_call::name) &&
        index_.partition_key == other.partition_key &&
        same_names(schema_, index_.sort_keys, other.sort_keys))
      fault({"another index has the same keys"}, {"remove one of the two, or give it a name"});
  }

 private:
  constexpr spot here() const { return {".index", index_.partition_key}; }
  constexpr void fault(pieces what, pieces help) const { entry_.fault(here(), what, help); }

  constexpr void keys() const {
    const span<std::string_view> sort = part_of(schema_.names, index_.sort_keys);
    if (index_.called.has(index_call::sortKeys) && sort.count == 0)
      fault({".sortKeys() names no field"}, {"name one, or remove .sortKeys()"});
    const span<std::string_view> primary = key_of(schema_, entry_.type);
    if (primary.count == 1 && index_.partition_key == primary.first[0])
      fault(
          {"`", index_.partition_key, "` identifies the model already"},
          {"index another field, or add sort keys to .identifier(...)"}
      );
    else
      key(index_.partition_key);
    for (std::uint32_t i = 0; i < sort.count; ++i) {
      // Inputs have all fields of such a key, and none that the API sets.
      const field_meta* const field = find_field(schema_, entry_.type, sort.first[i]);
      if (sort.count > 1 && field != nullptr && field->option != ir::OptionField::none)
        fault(
            {"`", sort.first[i], "` is set by the API"},
            {"make it the only sort key, or leave it out"}
        );
      if (sort.first[i] == index_.partition_key || listed_before(sort, i))
        fault({"`", sort.first[i], "` is twice among the keys"}, {"name each field once"});
      else
        key(sort.first[i]);
    }
  }
  constexpr void key(std::string_view name) const {
    const field_meta* const field = key_field(entry_, here(), name);
    if (field == nullptr) return;
    if (field->option == ir::OptionField::deletedAt)
      fault({"`", name, "` is there of deleted items alone"}, {"index another field"});
    const std::string_view unfit = unfit_for_keys(schema_, *field);
    if (!unfit.empty() && (field->array || !is_enumeration(schema_, *field)))
      fault({"`", name, "` is ", unfit, ", which is no key"}, {"index another field"});
  }

  constexpr void name() const {
    if (!index_.called.has(index_call::name)) return;
    const std::string_view text = index_.name;
    bool ok = text.size() >= 3 && text.size() <= 255;
    for (const char c : text)
      ok = ok && (is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '.');
    if (!ok)
      fault({"`", text, "` is no name of an index"}, {"use 3 to 255 letters, digits, _, - and ."});
    else if (names_a_relation(text))
      fault({"`", text, "` is the index of that relation"}, {"choose another name"});
  }
  /// `gsi-Post.comments` is the index by which `Post.comments` finds items of this model.
  constexpr bool names_a_relation(std::string_view text) const {
    if (text.substr(0, 4) != "gsi-") return false;
    text.remove_prefix(4);
    const std::size_t dot = text.find('.');
    if (dot == std::string_view::npos) return false;
    const std::uint32_t parent = schema_.find(hash_text(text.substr(0, dot)));
    if (parent == no_index) return false;
    const field_meta* const field =
        find_field(schema_, schema_.types[parent], text.substr(dot + 1));
    return field != nullptr && is_relation(field->kind) &&
           field->target_hash == entry_.type.name.hash;
  }

  constexpr void query() const {
    if (!index_.called.has(index_call::queryField) || index_.without_query) return;
    if (!is_graphql_name(index_.query_field))
      fault(
          {"`", index_.query_field, "` is no name of a query"},
          {"use letters, digits and _, or write nullptr for no query"}
      );
  }

  constexpr void projection() const {
    if (!index_.called.has(index_call::projection)) return;
    const span<std::string_view> included = part_of(schema_.names, index_.attributes);
    const std::string_view type = index_.projection;
    if (type != "ALL" && type != "KEYS_ONLY" && type != "INCLUDE")
      return unknown_word(
          entry_, here(), type, "no projection", projection_names,
          "write `ALL`, `KEYS_ONLY` or `INCLUDE`"
      );
    if (type == "INCLUDE" && included.count == 0)
      fault({"`INCLUDE` names no field"}, {"name some, as in .projection(`INCLUDE`, `title`)"});
    if (type != "INCLUDE" && included.count > 0)
      fault({"`", type, "` takes no fields"}, {"write `INCLUDE`, or remove the fields"});
    for (std::uint32_t i = 0; i < included.count; ++i)
      if (listed_before(included, i))
        fault({"`", included.first[i], "` is listed twice"}, {"remove one of the two"});
      else
        attribute(included.first[i]);
    if (type != "ALL" && !index_.without_query) covers(included);
  }
  constexpr void attribute(std::string_view name) const {
    const word meaning = word_of(name);
    const field_meta* const field = find_field(schema_, entry_.type, name);
    if (field != nullptr && is_relation(field->kind))
      fault({"`", name, "` is a relation, which no table holds"}, {"include its reference field"});
    // Added by the API.
    if (field == nullptr && meaning != word::id && meaning != word::created_at &&
        meaning != word::updated_at &&
        !(meaning == word::owner && keeps_owner(schema_, entry_.type)))
      key_field(entry_, here(), name);
  }
  /// A query whose items lack a field that is never null would fail.
  constexpr void covers(span<std::string_view> included) const {
    for (const field_meta& field : fields_of(schema_, entry_.type)) {
      const std::string_view name = field.name.text;
      const bool needed = field.required || field.option == ir::OptionField::deletedAt;
      if (!needed || is_relation(field.kind) || name == index_.partition_key) continue;
      bool there = is_key(schema_, entry_.type, name);
      for (const std::string_view held : part_of(schema_.names, index_.sort_keys))
        there = there || held == name;
      for (const std::string_view held : included)
        there = there || held == name;
      if (!there)
        fault(
            {"its query lacks `", name, "`, which is required"},
            {field.option == ir::OptionField::none
                 ? "include it, remove .required(), or write .queryField(nullptr)"
                 : "include it, or write .queryField(nullptr)"}
        );
    }
  }

  const entry_check& entry_;
  const schema_view& schema_;
  const index_meta& index_;
};

/// The secondary indexes of one model.
constexpr void check_indexes(const entry_check& entry) {
  const span<index_meta> indexes = part_of(entry.schema.indexes, entry.type.indexes);
  if (entry.type.called.has(type_call::secondaryIndexes) && indexes.count == 0)
    entry.fault(".secondaryIndexes", {"names no index"}, {"name one, as in a.index(`status`)"});
  for (std::uint32_t i = 0; i < indexes.count; ++i) {
    const index_check check(entry, indexes.first[i]);
    check.all();
    for (std::uint32_t j = 0; j < i; ++j)
      check.differs_from(indexes.first[j]);
  }
  std::uint32_t relations = 0;
  for (const field_meta& field : fields_of(entry.schema, entry.type))
    relations += field.kind == field_kind::belongsTo ? 1 : 0;
  const std::uint32_t all = indexes.count + relations;
  if (all > most_indexes)
    entry.fault(
        ".secondaryIndexes",
        {"the table needs ", digits(all).view(), " indexes, ", digits(relations).view(),
         " of them for relations"},
        {"DynamoDB allows 20: remove some"}
    );
}

}  // namespace amplify::detail
