// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/owner.hpp>
#include <amplify/schema/detail/parts.hpp>
#include <amplify/schema/index.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace amplify {

/// A model, as `a.model(...)` makes it.
///
/// Errors (compile time): an argument of the wrong kind. With the schema, which names the model: no
/// fields, no rules; a name that is used twice or not allowed; keys, indexes and rules that don't
/// fit the fields.
template <detail::sizes Size>
struct ModelValue {
  detail::parts<Size> parts{};

  /// Sets who may do what. Whoever no rule lets in is refused.
  template <class... R>
  [[nodiscard]] constexpr auto authorization(const R&... rules) const {
    constexpr bool ok = detail::all_of({detail::is_rule<R>...});
    static_assert(
        ok,
        "authorization(...): takes rules, as in allow.owner() or allow.publicApiKey().to(\"read\")"
    );
    constexpr detail::sizes more = detail::sum({detail::rule_size<R>...});
    ModelValue<Size + more> next{detail::grown<more>(parts)};
    if constexpr (ok)
      detail::add_rules<more, Size>(next.parts, rules...);
    else
      next.type().refused = true;
    return next;
  }

  /// Sets the fields that tell items apart: the partition key of the table, then the sort keys.
  /// They must be required. Default: `id`.
  template <class... Names>
  [[nodiscard]] constexpr auto identifier(const Names&... fields) const {
    static_assert(
        (detail::text_like<Names> && ...),
        "identifier(...): takes names of fields, as in .identifier(\"country\", \"city\")"
    );
    return with_names(detail::type_call::identifier, &detail::type_meta::names, fields...);
  }

  /// Adds indexes, with a query for each: `.secondaryIndexes(a.index("status").sortKeys("day"))`.
  template <class... I>
  [[nodiscard]] constexpr auto secondaryIndexes(const I&... indexes) const {
    constexpr bool ok = (detail::is_index<I> && ...);
    static_assert(
        ok, "secondaryIndexes(...): takes indexes, as in a.index(\"status\").sortKeys(\"day\")"
    );
    constexpr detail::sizes more = detail::sum({detail::index_size<I>...});
    ModelValue<Size + more> next{detail::grown<more>(parts)};
    if (next.type().called.first(detail::type_call::secondaryIndexes))
      next.type().indexes = {Size.indexes, more.indexes};
    if constexpr (ok) {
      detail::part_writer writer(next.parts, Size);
      (writer.add(indexes.meta, indexes.names.data(), indexes.names.size()), ...);
    }
    next.type().refused = next.type().refused || !ok;
    return next;
  }

  /// Leaves out operations: "get", "list", "create", "update", "delete", "onCreate", "onUpdate",
  /// "onDelete", or all "queries", "mutations" or "subscriptions". A mutation takes its
  /// subscription with it.
  template <class... Words>
  [[nodiscard]] constexpr auto disableOperations(const Words&... words) const {
    static_assert(
        (detail::text_like<Words> && ...),
        "disableOperations(...): takes strings, as in .disableOperations(\"list\", \"mutations\")"
    );
    return with_names(detail::type_call::disableOperations, &detail::type_meta::disabled, words...);
  }

  constexpr const detail::parts<Size>& entry_value() const { return parts; }
  constexpr detail::type_meta& type() { return *parts.types.data(); }

 private:
  template <class... Names>
  constexpr auto with_names(
      unsigned call, detail::range detail::type_meta::* list, const Names&... names
  ) const {
    constexpr bool ok = (detail::text_like<Names> && ...);
    constexpr detail::sizes more{.names = ok ? static_cast<std::uint32_t>(sizeof...(Names)) : 0};
    ModelValue<Size + more> next{detail::grown<more>(parts)};
    if (next.type().called.first(call)) next.type().*list = {Size.names, more.names};
    if constexpr (more.names > 0) {
      const std::string_view texts[] = {detail::text_from(names)...};
      detail::part_writer(next.parts, Size).add_names(texts, more.names);
    }
    next.type().refused = next.type().refused || !ok;
    return next;
  }
};

}  // namespace amplify
