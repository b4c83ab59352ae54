// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/parts.hpp>
#include <amplify/schema/literals.hpp>

#include <cstddef>
#include <cstdint>

namespace amplify::detail {

/// The size that an entry adds to what owns it: an entry that is a type becomes a field of that
/// type.
template <class E>
inline constexpr sizes member_size =
    entry_size<E> + sizes{.fields = entry_size<E>.types > 0 ? 1u : 0u};

/// Makes `field` of an entry. What else belongs to the entry is appended; `owner` is the index of
/// the type that gets the field.
constexpr void add_member(
    part_writer& writer, type_meta* types, std::uint32_t owner, field_meta& field, const name& name,
    const parts_view& entry, field_role role
) {
  if (entry.size.types > 0) {
    field.kind = field_kind::inlined;
    field.extended = true;
    field.type = writer.used().types;
    type_meta& declared = types[field.type];
    writer.add(entry);
    declared.owner = owner;
    declared.name.text = name.text;
  } else {
    writer.add_to(field, entry);
  }
  field.name = name;
  field.role = role;
}

/// A type that owns fields: a model or a custom type.
template <class... E>
constexpr auto make_owner(type_kind kind, const E&... entries) {
  constexpr auto count = static_cast<std::uint32_t>(sizeof...(E));
  constexpr sizes own{.types = 1, .fields = count};
  parts<sum({sizes{.types = 1}, member_size<E>...})> result;
  type_meta& owner = *result.types.data();
  owner.kind = kind;
  owner.fields = {0, count};
  if constexpr (count > 0) {
    // A list, not a fold: clang nests folds and stops at 256.
    const entry_view members[] = {view_of(entries)...};
    part_writer writer(result, own);
    field_meta* const fields = result.fields.data();
    for (std::uint32_t i = 0; i < count; ++i)
      add_member(
          writer, result.types.data(), 0, fields[i], *members[i].name, members[i].parts,
          field_role::member
      );
    mark_repeated(fields, count);
  }
  return result;
}

/// Appends rules to a type that has none, as the first and only call.
template <sizes More, sizes Size, class... R>
constexpr void add_rules(parts<Size + More>& to, const R&... rules) {
  type_meta& type = *to.types.data();
  if (type.called.first(type_call::authorization)) type.rules = {Size.rules, More.rules};
  if constexpr (More.rules > 0) {
    part_writer writer(to, Size);
    const bool added[] = {writer.add(rules)...};
    static_cast<void>(added);
  }
}

}  // namespace amplify::detail
