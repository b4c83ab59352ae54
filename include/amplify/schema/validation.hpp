// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/meta.hpp>

#include <concepts>
#include <cstdint>
#include <string_view>

namespace amplify {
namespace detail {

template <class T>
concept whole_number = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;

template <class T>
concept number = whole_number<T> || std::floating_point<T>;

template <class T>
inline constexpr bool is_literal = std::same_as<T, bool> || number<T> || text_like<T>;

/// There must be a `literal` for it.
template <class T>
constexpr literal make_literal(const T& value) {
  if constexpr (std::same_as<T, bool>)
    return {literal_kind::boolean, value};
  else if constexpr (whole_number<T>)
    return {literal_kind::integer, static_cast<std::int64_t>(value)};
  else if constexpr (std::floating_point<T>)
    return {literal_kind::real, 0, static_cast<double>(value)};
  else
    return {literal_kind::text, 0, 0, text_from(value)};
}

}  // namespace detail

/// A check of a field's values, for `.validate(...)`: made by `a.minLength(3)` and the like.
struct Validation {
  detail::validation part{};
};

}  // namespace amplify
