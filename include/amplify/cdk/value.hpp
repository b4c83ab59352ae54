// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>

// Values of template properties. Each is one pointer to immutable data, so literals and tokens
// (references, intrinsic functions) are interchangeable and structs of values stay cheap to
// compile. The typing lives in the constructors alone.
//
// Lifetime: a value made while an App exists lives until the last App of the thread is destroyed;
// one made outside any App lives until the program ends.

namespace amplify::cdk {

namespace detail {
struct Data;
struct Access;

const Data* make_string(std::string_view text);
const Data* make_integer(std::int64_t number);
const Data* make_number(double number);
const Data* make_boolean(bool value);
const Data* make_list(const Data* const* elements, std::size_t count);
struct Member {
  std::string_view key;
  const Data* value;
};
/// An object of the members whose value is set; a later member of the same key replaces an earlier
/// one.
const Data* make_object(const Member* members, std::size_t count);
/// An object from a struct of values. `names` has one for each, in their order, every one followed
/// by a null character, and another at the end.
const Data* make_struct(const void* values, const char* names);
/// As many structs in a row, `size` bytes each.
const Data* make_structs(const void* first, std::size_t size, std::size_t count, const char* names);
/// An object from entries of `size` bytes: a `std::string_view`, then a struct, or a value when
/// `names` is null.
const Data* make_map(const void* first, std::size_t size, std::size_t count, const char* names);
}  // namespace detail

/// Base of all values: unset, a literal, or a token.
class Node {
 public:
  constexpr Node() = default;
  constexpr bool isSet() const { return data_ != nullptr; }

 protected:
  constexpr explicit Node(const detail::Data* data) : data_(data) {}

 private:
  friend struct detail::Access;
  const detail::Data* data_ = nullptr;
};

/// The only way from a value to its data and back, for the library's own use.
struct detail::Access {
  static constexpr const Data* data(const Node& node) { return node.data_; }
  template <class T>
  static constexpr T make(const Data* data) {
    T value;
    value.data_ = data;
    return value;
  }
};

/// A token of any type, such as a reference or an import; converts to every other value.
class Any : public Node {
 public:
  constexpr Any() = default;  // makes it no aggregate, so that `{{.member = …}}` can't mean it
};

class Bool : public Node {
 public:
  constexpr Bool() = default;
  Bool(Any any) : Node(any) {}
  Bool(std::same_as<bool> auto value) : Node(detail::make_boolean(value)) {}
  Bool(const char*) = delete;  // write true or false
};

class Int : public Node {
 public:
  constexpr Int() = default;
  Int(Any any) : Node(any) {}
  template <std::integral T>
    requires(!std::same_as<T, bool> && !std::same_as<T, char>)
  Int(T value) : Node(detail::make_integer(static_cast<std::int64_t>(value))) {}
  Int(const char*) = delete;  // write the number without quotes
  Int(std::floating_point auto) = delete;
};

class Num : public Node {
 public:
  constexpr Num() = default;
  Num(Any any) : Node(any) {}
  Num(Int value) : Node(value) {}
  template <std::integral T>
    requires(!std::same_as<T, bool> && !std::same_as<T, char>)
  Num(T value) : Node(detail::make_integer(static_cast<std::int64_t>(value))) {}
  Num(std::floating_point auto value) : Node(detail::make_number(value)) {}
  Num(const char*) = delete;  // write the number without quotes
};

class Str : public Node {
 public:
  constexpr Str() = default;
  Str(Any any) : Node(any) {}
  Str(const char* text) : Node(detail::make_string(text)) {}
  Str(std::string_view text) : Node(detail::make_string(text)) {}
  Str(const std::string& text) : Node(detail::make_string(text)) {}
  Str(std::nullptr_t) = delete;  // leave the property out instead
  template <class T>
    requires std::integral<T> || std::floating_point<T>
  Str(T) = delete;  // write it in quotes
};

namespace detail {
/// Those of a struct of properties; null for a value.
template <class T>
constexpr const char* names_of() {
  if constexpr (std::derived_from<T, Node>)
    return nullptr;
  else
    return T::cfn_names;
}
}  // namespace detail

/// A list of `T` (a value, or a struct of properties), each a literal or a token; or one token for
/// the whole list.
template <class T>
class List : public Node {
 public:
  constexpr List() = default;
  List(Any any) : Node(any) {}
  List(std::initializer_list<T> elements) : List(elements.begin(), elements.size()) {}
  /// From anything contiguous, such as a `std::vector<T>`.
  template <class Range>
    requires requires(const Range& range) {
      static_cast<const T*>(range.data());
      range.size();
    }
  List(const Range& range) : List(range.data(), range.size()) {}
  List(const char*) = delete;  // write it in braces

 private:
  List(const T* first, std::size_t count) : Node(of(first, count)) {}
  static Node of(const T* first, std::size_t count) {
    if constexpr (std::derived_from<T, Node>) {
      static_assert(sizeof(T) == sizeof(Node), "a value is one pointer");
      return detail::Access::make<Node>(
          detail::make_list(reinterpret_cast<const detail::Data* const*>(first), count)
      );
    } else {
      return detail::Access::make<Node>(detail::make_structs(first, sizeof(T), count, T::cfn_names)
      );
    }
  }
};

/// Free-form JSON: a property typed as JSON, or the properties of a resource that has no struct.
class Json : public Node {
 public:
  constexpr Json() = default;
  Json(Node node) : Node(node) {}
  Json(std::same_as<bool> auto value) : Node(detail::make_boolean(value)) {}
  template <std::integral T>
    requires(!std::same_as<T, bool> && !std::same_as<T, char>)
  Json(T value) : Node(detail::make_integer(static_cast<std::int64_t>(value))) {}
  Json(std::floating_point auto value) : Node(detail::make_number(value)) {}
  Json(const char* text) : Node(detail::make_string(text)) {}
  Json(std::string_view text) : Node(detail::make_string(text)) {}
  Json(const std::string& text) : Node(detail::make_string(text)) {}

  struct Entry;
  /// An object of the entries whose value is set. Keys are printed sorted.
  static Json object(std::initializer_list<Entry> entries);
  static Json object(const Entry* entries, std::size_t count);
  static Json array(std::initializer_list<Json> elements);
  static Json array(const Json* elements, std::size_t count);
  /// Parses JSON text. Errors: UserError `InvalidJsonError` with the position.
  static Json parse(std::string_view text);
};

struct Json::Entry {
  std::string key;
  Json value;
};

}  // namespace amplify::cdk
