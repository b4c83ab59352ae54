// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/value.hpp>

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <type_traits>

// Values of properties that are structs themselves.

namespace amplify::cdk {

/// A property type: a literal of its struct, or a token.
template <class T>
class Obj : public Node {
 public:
  constexpr Obj() = default;
  Obj(Any any) : Node(any) {}
  Obj(const T& value) : Node(detail::make_struct(&value, T::cfn_names)) {}
};

/// Values by name; or one token for the whole map.
template <class T>
class Map : public Node {
 public:
  struct Entry {
    std::string_view key;
    T value;
  };

  constexpr Map() = default;
  Map(Any any) : Node(any) {}
  Map(std::initializer_list<Entry> entries) : Map(entries.begin(), entries.size()) {}
  /// From anything contiguous, such as a `std::vector<Map<T>::Entry>`.
  template <class Range>
    requires requires(const Range& range) {
      static_cast<const Entry*>(range.data());
      range.size();
    }
  Map(const Range& range) : Map(range.data(), range.size()) {}

 private:
  Map(const Entry* first, std::size_t count)
      : Node(detail::make_map(first, sizeof(Entry), count, detail::names_of<T>())) {
    static_assert(std::is_standard_layout_v<Entry> && offsetof(Entry, value) == sizeof(first->key));
  }
};

/// A property that takes several types: a literal of one of them, or a token. The first that a
/// literal converts to is taken.
template <class... Types>
class OneOf : public Node {
 public:
  constexpr OneOf() = default;
  OneOf(Any any) : Node(any) {}
  template <class T>
    requires(std::convertible_to<const T&, Types> || ...)
  OneOf(const T& value) : Node(pick<T, Types...>(value)) {}

 private:
  template <class T, class First, class... Rest>
  static Node pick(const T& value) {
    if constexpr (std::convertible_to<const T&, First>)
      return First(value);
    else
      return pick<T, Rest...>(value);
  }
};

namespace detail {
/// The name of a property as a template argument, which compilers print.
template <std::size_t Size>
struct PropertyName {
  char text[Size];
  consteval PropertyName(const char (&name)[Size]) {
    for (std::size_t i = 0; i < Size; ++i)
      text[i] = name[i];
  }
};
}  // namespace detail

/// A property that must be given: without a value, it doesn't compile.
template <class T, detail::PropertyName name>
class Req : public T {
 public:
  using T::T;
  Req() = delete;  // this property is required
  Req(const T& value) : T(value) {}
};

/// A resource's tag.
struct Tag {
  Req<Str, "key"> key;
  Req<Str, "value"> value;
  static constexpr const char* cfn_names = "Key\0Value\0";
};

}  // namespace amplify::cdk
