// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/parts.hpp>
#include <amplify/schema/literals.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

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

/// A field that the API keeps.
constexpr field_meta make_option_field(
    ir::OptionField option, std::string_view name, ir::Scalar scalar
) {
  field_meta field;
  field.name = make_name(name);
  field.scalar = scalar;
  field.required = option == ir::OptionField::version;
  field.option = option;
  return field;
}

/// Adds fields to a model after its own, before those of the types that it declares.
template <sizes Size, std::uint32_t Count>
constexpr parts<Size + sizes{.fields = Count}> with_fields(
    const parts<Size>& from, unsigned call, const field_meta (&added)[Count]
) {
  constexpr sizes more{.fields = Count};
  parts<Size + more> to = grown<more>(from);
  type_meta* const types = to.types.data();
  // A second call is refused; it needn't also declare fields twice.
  if (!types->called.first(call)) return to;
  field_meta* const fields = to.fields.data();
  const std::uint32_t end = types->fields.count;
  for (std::uint32_t i = Size.fields; i > end; --i)
    fields[i - 1 + Count] = fields[i - 1];
  for (std::uint32_t i = 0; i < Count; ++i)
    fields[end + i] = added[i];
  types->fields.count += Count;
  for (std::uint32_t i = 1; i < Size.types; ++i)
    types[i].fields.first += Count;
  mark_repeated(fields, types->fields.count);
  return to;
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
