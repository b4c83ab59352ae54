// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/checks/entry.hpp>
#include <amplify/schema/detail/lists.hpp>
#include <amplify/schema/detail/meta.hpp>
#include <amplify/schema/detail/name.hpp>

#include <cstdint>
#include <string_view>

namespace amplify::detail {

/// `.renamedFrom(...)` of a model and of its fields.
class renames_check {
 public:
  constexpr explicit renames_check(const entry_check& entry)
      : entry_(entry), schema_(entry.schema), type_(entry.type) {}

  constexpr void all() const {
    if (type_.called.has(type_call::renamedFrom)) model();
    for (const field_meta& each : fields_of(schema_, type_))
      if (each.called.has(field_call::renamedFrom)) field(each);
  }

 private:
  constexpr void model() const {
    constexpr const char* suffix = ".renamedFrom";
    const std::string_view old = type_.renamed_from;
    if (!make_name(old).valid)
      return entry_.fault(
          suffix, {"`", old, "` is no name of a model"}, {"write the name that it had"}
      );
    for (std::uint32_t i = 0; i < schema_.size.types; ++i) {
      const type_meta& other = schema_.types[i];
      if (other.kind != type_kind::model) continue;
      if (other.name.text == old && other.renamed_from.empty())
        return entry_.fault(
            suffix, {"`", old, "` is a model still, with the table"},
            {&other == &type_ ? "remove .renamedFrom(...)" : "rename or remove that model"}
        );
      if (&other < &type_ && other.renamed_from == old)
        return entry_.fault(
            suffix, {"`", other.name.text, "` was renamed from `", old, "`, too"},
            {"one model has the table: remove one of the two"}
        );
    }
  }

  constexpr void field(const field_meta& field) const {
    const std::string_view old = field.renamed_from;
    constexpr const char* help = "keep the name, or add a field and copy the values";
    if (!make_name(old).valid)
      return entry_.field_fault(
          field, {"`", old, "` is no name of a field"}, {"write the name that it had"}
      );
    for (const field_meta& other : fields_of(schema_, type_)) {
      const bool own = other.name.text == old && other.renamed_from.empty();
      if (own || (&other < &field && other.renamed_from == old))
        return entry_.field_fault(
            field, {"items have `", other.name.text, "` under the name `", old, "`"},
            {"rename or remove one of the two"}
        );
    }
    if (is_relation(field.kind))
      entry_.field_fault(field, {"a relation stores nothing"}, {"remove .renamedFrom(...)"});
    else if (is_sought(field.name.text))
      entry_.field_fault(field, {"a key, rule, relation or expiry goes by this field"}, {help});
  }

  /// Whether DynamoDB looks for it.
  constexpr bool is_sought(std::string_view name) const {
    if (is_key(schema_, type_, name) || type_.time_to_live == name) return true;
    for (const index_meta& index : part_of(schema_.indexes, type_.indexes))
      if (index.partition_key == name || contains(part_of(schema_.names, index.sort_keys), name))
        return true;
    if (any_rule(schema_, type_, [&](const rule& rule) {
          return owner_field_of(rule.meta) == name || rule.meta.subject == name;
        }))
      return true;
    for (std::uint32_t i = 0; i < schema_.size.types; ++i)
      for (const field_meta& other : fields_of(schema_, schema_.types[i]))
        if (is_relation(other.kind) && is_here(schema_.types[i], other) &&
            contains(part_of(schema_.names, other.references), name))
          return true;
    return false;
  }
  /// Whether the relation's references are fields of this model.
  constexpr bool is_here(const type_meta& owner, const field_meta& relation) const {
    return relation.kind == field_kind::belongsTo ? &owner == &type_
                                                  : relation.target == type_.name.text;
  }
  static constexpr bool contains(span<std::string_view> names, std::string_view name) {
    for (const std::string_view each : names)
      if (each == name) return true;
    return false;
  }

  const entry_check& entry_;
  const schema_view& schema_;
  const type_meta& type_;
};

constexpr void check_renames(const entry_check& entry) { renames_check(entry).all(); }

}  // namespace amplify::detail
