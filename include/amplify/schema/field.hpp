// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/meta.hpp>
#include <amplify/schema/types.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace amplify {
namespace detail {

/// Which modifiers a field has seen.
enum field_state : unsigned char {
  fresh = 0,
  is_required = 1,
  is_array = 2,
  has_required_elements = 4,
  has_default = 8
};

constexpr field_state with(field_state state, unsigned change) {
  return static_cast<field_state>(state | change);
}

template <class T>
concept whole_number = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;

constexpr bool holds_integer(ir::Scalar s) {
  return s == ir::Scalar::integer || s == ir::Scalar::timestamp;
}
constexpr bool holds_text(ir::Scalar s) {
  return !holds_integer(s) && s != ir::Scalar::float_ && s != ir::Scalar::boolean;
}

constexpr default_value make_default(bool value) { return {default_kind::boolean, value}; }
constexpr default_value make_default(std::int64_t value) {
  return {default_kind::integer, false, value};
}
constexpr default_value make_default(double value) { return {default_kind::real, false, 0, value}; }
constexpr default_value make_default(std::string_view value) {
  return {default_kind::text, false, 0, 0, value};
}

}  // namespace detail

/// A scalar field, as `a.string()` makes it. `Modifiers` keeps which modifiers were called.
///
/// Errors (compile time): a modifier called twice in one position; a default on a list; a default
/// of the wrong type or, reported with the schema, in the wrong format.
template <ir::Scalar Type, detail::field_state Modifiers = detail::fresh>
struct ScalarField {
  detail::field_meta meta{};

  /// Forbids null. Before `.array()` it speaks of the elements, after it of the list.
  [[nodiscard]] constexpr auto required() const {
    static_assert(
        !(Modifiers & detail::is_required),
        "required(): called twice; call it once before .array() for the elements, once after it for the list"
    );
    ScalarField<Type, with(Modifiers, detail::is_required)> next{meta};
    next.meta.required = true;
    return next;
  }

  /// Makes the field a list of the scalar.
  [[nodiscard]] constexpr auto array() const {
    static_assert(
        !(Modifiers & detail::is_array),
        "array(): called twice; there are no lists of lists, call it once"
    );
    static_assert(
        !(Modifiers & detail::has_default),
        "array(): a list has no default; remove .defaultTo(...) or .array()"
    );
    constexpr bool elements = (Modifiers & detail::is_required) != 0;
    ScalarField<
        Type,
        elements
            ? static_cast<detail::field_state>(detail::is_array | detail::has_required_elements)
            : detail::is_array>
        next{meta};
    next.meta.array = true;
    next.meta.element_required = elements;
    next.meta.required = false;
    return next;
  }

  /// Sets the value that a new item gets when the client leaves the field out.
  ///
  /// Strings must have the format that AppSync documents for the field's type.
  template <class T>
  [[nodiscard]] constexpr auto defaultTo(const T& value) const {
    static_assert(
        !(Modifiers & detail::has_default), "defaultTo(...): called twice; a field has one default"
    );
    static_assert(
        !(Modifiers & detail::is_array),
        "defaultTo(...): a list has no default; remove .array() or .defaultTo(...)"
    );
    ScalarField<Type, with(Modifiers, detail::has_default)> next{meta};
    if constexpr (detail::holds_text(Type)) {
      constexpr bool ok = std::is_convertible_v<const T&, std::string_view>;
      static_assert(
          ok,
          "defaultTo(...): the default of this field is a string; write it in quotes, as in .defaultTo(\"x\")"
      );
      if constexpr (ok) next.meta.initial = detail::make_default(std::string_view(value));
    } else if constexpr (detail::holds_integer(Type)) {
      static_assert(
          detail::whole_number<T>,
          "defaultTo(...): the default of this field is a whole number, as in .defaultTo(0)"
      );
      if constexpr (detail::whole_number<T>)
        next.meta.initial = detail::make_default(static_cast<std::int64_t>(value));
    } else if constexpr (Type == ir::Scalar::float_) {
      constexpr bool ok = detail::whole_number<T> || std::floating_point<T>;
      static_assert(
          ok, "defaultTo(...): the default of a.float_() is a number, as in .defaultTo(0.5)"
      );
      if constexpr (ok) next.meta.initial = detail::make_default(static_cast<double>(value));
    } else {
      static_assert(
          std::same_as<T, bool>,
          "defaultTo(...): the default of a.boolean() is true or false, without quotes"
      );
      if constexpr (std::same_as<T, bool>) next.meta.initial = detail::make_default(value);
    }
    return next;
  }

  constexpr detail::field_meta entry_value() const { return meta; }
};

namespace detail {

template <std::size_t N>
struct enum_meta {
  std::array<std::string_view, N> values{};
  bool refused = false;
};

}  // namespace detail

/// An inline enum, as `a.enumeration("DRAFT", "LIVE")` makes it. Always optional and never a list:
/// Amplify gives inline enums no modifiers.
template <std::size_t N>
struct EnumField {
  std::array<std::string_view, N> values{};
  /// An assertion has already refused a value.
  bool refused = false;

  /// Refused at compile time.
  template <std::size_t M = N>
  constexpr EnumField required() const {
    static_assert(
        M != N,
        "a.enumeration(...).required(): an enum in a model has no modifiers and may be null; remove .required()"
    );
    return *this;
  }
  /// Refused at compile time.
  template <std::size_t M = N>
  constexpr EnumField array() const {
    static_assert(
        M != N,
        "a.enumeration(...).array(): an enum in a model has no modifiers and is no list; remove .array()"
    );
    return *this;
  }
  /// Refused at compile time.
  template <class T, std::size_t M = N>
  constexpr EnumField defaultTo(const T&) const {
    static_assert(
        M != N,
        "a.enumeration(...).defaultTo(x): an enum in a model has no modifiers; remove .defaultTo(x)"
    );
    return *this;
  }

  constexpr detail::enum_meta<N> entry_value() const { return {values, refused}; }
};

}  // namespace amplify
