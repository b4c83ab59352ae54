// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/owner.hpp>
#include <amplify/schema/detail/parts.hpp>

namespace amplify {

/// An enum or custom type, as `a.enumeration("DRAFT", "LIVE")` or `a.customType(...)` makes it. In
/// a field it has no modifiers: Amplify gives it none.
template <detail::sizes Size>
struct TypeValue {
  detail::parts<Size> parts{};

  /// Refused at compile time, like the next two.
  template <detail::sizes S = Size>
  constexpr TypeValue required() const {
    static_assert(
        S.types == 0,
        "required(): a type declared in a field has no modifiers; declare it in the schema and write a.ref(\"Status\").required()"
    );
    return *this;
  }
  template <detail::sizes S = Size>
  constexpr TypeValue array() const {
    static_assert(
        S.types == 0,
        "array(): a type declared in a field has no modifiers; declare it in the schema and write a.ref(\"Status\").array()"
    );
    return *this;
  }
  template <class T, detail::sizes S = Size>
  constexpr TypeValue defaultTo(const T&) const {
    static_assert(
        S.types == 0, "defaultTo(x): enums and custom types have no default; remove .defaultTo(x)"
    );
    return *this;
  }

  constexpr const detail::parts<Size>& entry_value() const { return parts; }
  constexpr detail::type_meta& type() { return *parts.types.data(); }
};

namespace detail {

/// `Values` are texts.
template <class... Values>
constexpr auto make_enumeration(const Values&... values) {
  constexpr auto count = static_cast<std::uint32_t>(sizeof...(Values));
  TypeValue<sizes{.types = 1, .names = count}> result;
  result.type().kind = type_kind::enumeration;
  result.type().names = {0, count};
  result.parts.names = {text_from(values)...};
  return result;
}

}  // namespace detail
}  // namespace amplify
