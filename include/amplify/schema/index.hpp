// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/meta.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace amplify {

/// A secondary index of a model, as `a.index("status")` makes it.
///
/// Errors (compile time, with the schema, which names the model): a field that doesn't exist or
/// can't be a key; a name or query that is taken; a projection that leaves out a required field.
template <std::size_t Names>
struct Index {
  detail::index_meta meta{};
  /// Sort keys and projected attributes, in the order of the calls.
  std::array<std::string_view, Names> names{};

  /// Sets the fields by which items of one partition key are ordered and narrowed.
  template <class... Fields>
  [[nodiscard]] constexpr auto sortKeys(const Fields&... fields) const {
    static_assert(
        (detail::text_like<Fields> && ...),
        "sortKeys(...): takes names of fields, as in .sortKeys(\"year\", \"month\")"
    );
    auto next = with_names(fields...);
    if (next.meta.called.first(detail::index_call::sortKeys))
      next.meta.sort_keys = {Names, static_cast<std::uint32_t>(sizeof...(Fields))};
    return next;
  }

  /// Names the query. Default: `list<Model>By<Key>And<SortKey>…`; `nullptr` means none.
  [[nodiscard]] constexpr Index queryField(std::string_view name) const {
    Index next = *this;
    next.meta.called.count(detail::index_call::queryField);
    next.meta.query_field = name;
    return next;
  }
  [[nodiscard]] constexpr Index queryField(std::nullptr_t) const {
    Index next = *this;
    next.meta.called.count(detail::index_call::queryField);
    next.meta.without_query = true;
    return next;
  }

  /// Names the index in DynamoDB: 3 to 255 letters, digits, `_`, `-` and `.`. Default:
  /// `<models>By<Key>And<SortKey>…`.
  [[nodiscard]] constexpr Index name(std::string_view name) const {
    Index next = *this;
    next.meta.called.count(detail::index_call::name);
    next.meta.name = name;
    return next;
  }

  /// Sets which fields the index holds: "ALL", the default; "KEYS_ONLY"; or "INCLUDE" and the names
  /// of those besides the keys.
  template <class... Fields>
  [[nodiscard]] constexpr auto projection(std::string_view type, const Fields&... fields) const {
    static_assert(
        (detail::text_like<Fields> && ...),
        "projection(...): takes names of fields, as in .projection(\"INCLUDE\", \"title\")"
    );
    auto next = with_names(fields...);
    if (next.meta.called.first(detail::index_call::projection)) {
      next.meta.projection = type;
      next.meta.attributes = {Names, static_cast<std::uint32_t>(sizeof...(Fields))};
    }
    return next;
  }

 private:
  template <class... More>
  constexpr Index<Names + sizeof...(More)> with_names(const More&... more) const {
    Index<Names + sizeof...(More)> next{meta};
    std::size_t i = 0;
    for (; i < Names; ++i)
      next.names[i] = names[i];
    if constexpr ((detail::text_like<More> && ...))
      ((next.names[i++] = detail::text_from(more)), ...);
    return next;
  }
};

namespace detail {

template <class T>
inline constexpr bool is_index = false;
template <std::size_t Names>
inline constexpr bool is_index<Index<Names>> = true;

/// How much room an index takes.
template <class T>
inline constexpr sizes index_size{};
template <std::size_t Names>
inline constexpr sizes index_size<Index<Names>>{
    .names = static_cast<std::uint32_t>(Names), .indexes = 1
};

}  // namespace detail
}  // namespace amplify
