// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/parts.hpp>
#include <amplify/schema/fixed_string.hpp>

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

/// Stands in for a value that was refused, so that one mistake gives one error.
struct no_value {};

template <class... E>
inline constexpr bool was_refused = !all_of({!std::is_same_v<E, Entry<no_value>>...});

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
  /// Refused at compile time.
  template <class T>
  constexpr Entry<no_value> operator=(const T&) const {
    static_assert(
        nameable<T>,
        "\"name\"_s = value: the value is a.<type>() in a model, a.model(...) in a schema"
    );
    return {name_, {}};
  }

 private:
  name name_;
};

}  // namespace detail

/// What `"title"_s` is: `"title"_s = a.string()` names a field, `post["title"_s]` reaches it.
template <fixed_string Name>
struct Key : detail::key_base {
  static constexpr detail::name name = detail::make_name(Name.view());

  constexpr Key() : key_base(name) {}
  using key_base::operator=;
};

inline namespace literals {

/// Makes a name for a field or model.
template <fixed_string Name>
consteval Key<Name> operator""_s() {
  return {};
}

}  // namespace literals
}  // namespace amplify
