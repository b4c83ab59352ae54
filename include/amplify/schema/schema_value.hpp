// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/lists.hpp>
#include <amplify/schema/detail/parts.hpp>
#include <amplify/schema/literals.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace amplify {

/// A schema, as `a.schema(...)` makes it: flat lists of types, fields, rules and so on.
///
/// Only the sizes are part of the type; whatever the user wrote is data.
template <detail::sizes Size>
struct SchemaValue : detail::parts<Size> {
  static constexpr detail::sizes size = Size;
  static constexpr std::uint32_t slot_count = detail::table_size(Size.types);

  /// Of a `name_index` over the types.
  std::uint32_t slots[slot_count]{};
  /// An assertion has already refused a part of it.
  bool refused = false;

  /// Sets the rules of the models and operations that have none of their own.
  /// `allow.resource(function)`, which gives a function access to the whole API, belongs here too.
  template <class... R>
  [[nodiscard]] constexpr auto authorization(const R&... rules) const;

  constexpr detail::schema_view view() const {
    return {detail::parts<Size>::view(), slots, slot_count};
  }
};

namespace detail {

template <class T>
inline constexpr sizes schema_size{};
template <sizes Size>
inline constexpr sizes schema_size<SchemaValue<Size>> = Size;

/// The hash of what the names of types start with that fields of `type` declare.
constexpr std::uint64_t stem_hash(const type_meta* types, const type_meta& type) {
  const std::string_view text = type.name.text;
  if (!type.inlined()) return capitalized_hash(text);
  return capitalized_hash(text.empty() ? "ReturnType" : text, stem_hash(types, types[type.owner]));
}

/// Makes entries findable and marks those whose name is taken.
template <sizes Size>
constexpr void index_types(SchemaValue<Size>& schema) {
  type_meta* const types = schema.types.data();
  name_index index{schema.slots, schema.slot_count};
  for (std::uint32_t i = 0; i < Size.types; ++i)
    if (!types[i].inlined() && types[i].kind != type_kind::schema)
      types[i].name.repeated = index.add(types, i) != i;
  for (std::uint32_t i = 0; i < Size.types; ++i) {
    type_meta& type = types[i];
    if (!type.inlined()) continue;
    type.name.hash = hash_text(name_ending(types, type), stem_hash(types, type));
    const std::uint32_t taken = index.add(types, i);
    // Operations are no types.
    type.name.repeated = taken != i && !is_operation(types[taken].kind);
  }
}

/// Does the same, and resolves what refers to entries.
template <sizes Size>
constexpr void link(SchemaValue<Size>& schema) {
  index_types(schema);
  field_meta* const fields = schema.fields.data();
  const schema_view view = schema.view();
  for (std::uint32_t i = 0; i < Size.fields; ++i)
    if (!fields[i].target.empty()) fields[i].type = view.find(fields[i].target_hash);
}

template <class... E>
constexpr auto make_schema(const E&... entries) {
  SchemaValue<sum({entry_size<E>...})> schema{};
  if constexpr (sizeof...(E) > 0) {
    // A list, not a fold: clang nests folds and stops at 256.
    const entry_view all[] = {view_of(entries)...};
    part_writer writer(schema, {});
    for (const entry_view& entry : all) {
      type_meta& type = schema.types.data()[writer.used().types];
      writer.add(entry.parts);
      type.name = *entry.name;
    }
    link(schema);
  }
  return schema;
}

template <class... S>
constexpr auto combine_schemas(const S&... schemas) {
  SchemaValue<sum({schema_size<S>...})> schema{};
  if constexpr (sizeof...(S) > 0) {
    const parts_view all[] = {schemas.view()...};
    part_writer writer(schema, {});
    for (const parts_view& one : all)
      writer.add(one);
    schema.refused = !all_of({!schemas.refused...});
    link(schema);
  }
  return schema;
}

}  // namespace detail

template <detail::sizes Size>
template <class... R>
constexpr auto SchemaValue<Size>::authorization(const R&... rules) const {
  constexpr bool ok = detail::all_of({detail::is_rule<R>...});
  static_assert(
      ok, "authorization(...): takes rules, as in allow.owner() or allow.resource(myFunction)"
  );
  constexpr detail::sizes more = detail::sum({{.types = 1}, detail::rule_size<R>...});
  SchemaValue<Size + more> next{detail::grown<more, Size>(*this)};
  detail::part_writer writer(next, Size);
  const detail::range given{Size.rules, more.rules};
  detail::type_meta& own = writer.add_type();
  own.kind = detail::type_kind::schema;
  own.called.count(detail::type_call::authorization);
  own.rules = given;
  if constexpr (ok && more.rules > 0) {
    const bool added[] = {writer.add(rules)...};
    static_cast<void>(added);
  }
  for (std::uint32_t i = 0; i < Size.types; ++i) {
    detail::type_meta& type = next.types.data()[i];
    const bool takes_rules =
        type.kind == detail::type_kind::model || detail::is_operation(type.kind);
    if (type.kind == detail::type_kind::schema) own.called.count(detail::type_call::authorization);
    if (takes_rules && !type.called.has(detail::type_call::authorization)) {
      type.rules = given;
      type.inherits = true;
    }
  }
  next.refused = refused || !ok;
  detail::index_types(next);
  return next;
}

}  // namespace amplify
