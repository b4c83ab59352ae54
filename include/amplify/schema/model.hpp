// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/field.hpp>
#include <amplify/schema/literals.hpp>
#include <amplify/schema/rules.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace amplify {

/// A model, as `a.model(...)` makes it: its fields, the values of its enums, its rules.
///
/// Errors (compile time): `.authorization(...)` called twice, or given anything but rules. Reported
/// with the schema: no fields, no rules, two equal rules, a name used twice or not allowed in
/// GraphQL.
template <std::size_t Fields, std::size_t Values, std::size_t Rules>
struct ModelValue {
  std::array<detail::field_meta, Fields> fields{};
  std::array<std::string_view, Values> values{};
  std::array<detail::model_rule, Rules> rules{};
  std::uint32_t enums = 0;
  /// An assertion has already refused a part of it.
  bool refused = false;

  /// Sets who may do what. Whoever no rule lets in is refused.
  template <class... R>
  [[nodiscard]] constexpr ModelValue<Fields, Values, sizeof...(R)> authorization(const R&... given
  ) const {
    static_assert(
        Rules == 0, "authorization(...): called twice; list all rules of the model in one call"
    );
    constexpr bool ok = detail::all_of({detail::is_rule<R>...});
    static_assert(
        ok,
        "authorization(...): takes rules, as in allow.owner() or allow.publicApiKey().to(\"read\")"
    );
    if constexpr (ok)
      return {fields, values, {detail::rule_of(given)...}, enums, refused};
    else
      return {fields, values, {}, enums, true};
  }

  constexpr ModelValue entry_value() const { return *this; }
};

namespace detail {

template <class T>
inline constexpr bool is_field_entry = false;
template <>
inline constexpr bool is_field_entry<Entry<field_meta>> = true;
template <std::size_t N>
inline constexpr bool is_field_entry<Entry<enum_meta<N>>> = true;

template <class T>
inline constexpr std::size_t value_count = 0;
template <std::size_t N>
inline constexpr std::size_t value_count<Entry<enum_meta<N>>> = N;

template <std::size_t... N>
constexpr std::size_t sum_of() {
  std::size_t sum = 0;
  for (const std::size_t n : {std::size_t{0}, N...})
    sum += n;
  return sum;
}

/// Takes entries one after the other. Through pointers, to spare clang's steps.
struct model_builder {
  field_meta* field;
  std::string_view* value;
  std::uint32_t values = 0, enums = 0;
  bool refused = false;

  constexpr bool add(const Entry<field_meta>& entry) {
    *field = entry.value;
    field++->name = entry.name;
    return true;
  }
  template <std::size_t N>
  constexpr bool add(const Entry<enum_meta<N>>& entry) {
    field->name = entry.name;
    field->enumeration = true;
    field->first_value = values;
    field++->value_count = N;
    for (std::size_t i = 0; i < N; ++i)
      *value++ = entry.value.values[i];
    values += N;
    ++enums;
    refused = refused || entry.value.refused;
    return true;
  }
};

template <class... E>
constexpr auto make_model(const E&... entries) {
  ModelValue<sizeof...(E), sum_of<value_count<E>...>(), 0> model{};
  if constexpr (sizeof...(E) > 0) {
    model_builder builder{model.fields.data(), model.values.data()};
    // A list, not a fold: clang nests folds and stops at 256.
    const bool added[] = {builder.add(entries)...};
    static_cast<void>(added);
    model.enums = builder.enums;
    model.refused = builder.refused;
    mark_repeated(model.fields);
  }
  return model;
}

}  // namespace detail
}  // namespace amplify
