// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/parts.hpp>
#include <amplify/schema/fixed_string.hpp>

#include <initializer_list>
#include <type_traits>

namespace amplify {

/// A named part of a model, operation or schema. The name is a value: entries of one kind have one
/// type.
template <class T>
struct Entry {
  detail::name name{};
  T value{};
};

namespace detail {

/// What `"name"_s = value` accepts: values that say how they are kept in an entry.
template <class T>
concept nameable = requires(const T& value) { value.entry_value(); };

/// The size of an entry's parts.
template <class E>
inline constexpr sizes entry_size{};
template <sizes Size>
inline constexpr sizes entry_size<Entry<parts<Size>>> = Size;

/// Whether an entry may stand in a model: fields, and types that a field can declare.
template <class E>
inline constexpr bool is_entry = entry_size<E>.types + entry_size<E>.fields > 0;
/// Whether an entry may stand in a schema.
template <class E>
inline constexpr bool is_type_entry = entry_size<E>.types > 0;

/// An entry without its size in the type.
struct entry_view {
  const detail::name* name;
  parts_view parts;
};
template <class T>
constexpr entry_view view_of(const Entry<T>& entry) {
  return {&entry.name, entry.value.view()};
}

class key_base {
 public:
  constexpr explicit key_base(const name& n) : name_(n) {}

  template <nameable T>
  constexpr auto operator=(const T& value) const {
    return Entry<std::remove_cvref_t<decltype(value.entry_value())>>{name_, value.entry_value()};
  }

 private:
  name name_;
};

}  // namespace detail

/// A value for a field, as `"title"_s = "Hello"` makes it in an expression: it refers to the value.
template <fixed_string Name, class T>
struct Assigned {
  const T& value;
};

/// What `"title"_s` is: `"title"_s = a.string()` declares a field, `post["title"_s]` reaches it,
/// `"title"_s = "Hello"` gives it a value.
template <fixed_string Name>
struct Key : detail::key_base {
  static constexpr detail::name name = detail::make_name(Name.view());

  constexpr Key() : key_base(name) {}
  using key_base::operator=;
  template <class T>
    requires(!detail::nameable<T>)
  constexpr Assigned<Name, T> operator=(const T& value) {
    return {value};
  }
  template <class T>
  constexpr Assigned<Name, std::initializer_list<T>> operator=(const std::initializer_list<T>& list
  ) {
    return {list};
  }
};

inline namespace literals {

/// Makes a name for a field or model.
template <fixed_string Name>
consteval Key<Name> operator""_s() {
  return {};
}

}  // namespace literals
}  // namespace amplify
