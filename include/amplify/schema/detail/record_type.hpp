// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/boxed.hpp>
#include <amplify/schema/enum.hpp>
#include <amplify/schema/scalars.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What compiled code has to know of the C++ type of a record or of a value, to read and write it.
namespace amplify::detail {

/// A `std::optional`, which is a list of at most one, or a `std::vector`.
struct container {
  std::size_t (*size)(const void*);
  const void* (*at)(const void*, std::size_t);
  /// Appends an element and returns it.
  void* (*add)(void*);
  void (*clear)(void*);
};

enum class value_kind : std::uint8_t {
  scalar,
  /// `Enum` and `OptionalEnum`: an index, which for the latter may be -1.
  enumeration,
  optional_enumeration,
  record,
  optional,
  list,
  /// `std::vector<bool>`.
  bits,
  /// Items of another model. In JSON it is `{"items": […]}`.
  connection,
  /// Takes no part.
  none
};

struct record_type;

struct value_type {
  value_kind kind = value_kind::none;
  ir::Scalar scalar = ir::Scalar::string;
  /// Of a container.
  const value_type* element = nullptr;
  const detail::container* container = nullptr;
  const record_type* record = nullptr;
  /// Of an enum.
  const std::string_view* names = nullptr;
  std::uint32_t name_count = 0;
};

struct record_field {
  std::string_view name{};
  const value_type* type = nullptr;
  /// The API alone sets it, so that it may be missing.
  bool read_only = false;
};

struct record_type {
  std::string_view name{};
  std::uint32_t count = 0;
  // Functions, since a type may hold others of its kind.
  const record_field* (*fields)() = nullptr;
  /// Writes where the fields of a record are.
  void (*places)(const void* record, const void** places) = nullptr;
};

/// A record of any type.
struct record_view {
  const record_type* type;
  const void* record;
};

std::string to_json(const value_type& type, const void* value);
std::string to_json(const record_type& type, const void* record);
/// Throws JsonError. The record is unchanged then, or filled in part.
void from_json(const record_type& type, void* record, std::string_view json);
bool equal(const record_type& type, const void* a, const void* b);
std::size_t hash(const record_type& type, const void* record);

template <class T>
constexpr T start_value() {
  if constexpr (requires { T::first(); })
    return T::first();
  else
    return T{};
}

template <class C>
struct container_functions;
/// `std::optional` and `Boxed`.
template <template <class> class Optional, class T>
  requires requires(Optional<T> box) { box.has_value(); }
struct container_functions<Optional<T>> {
  using C = Optional<T>;
  static std::size_t size(const void* c) { return static_cast<const C*>(c)->has_value() ? 1 : 0; }
  static const void* at(const void* c, std::size_t) { return &**static_cast<const C*>(c); }
  static void* add(void* c) { return &static_cast<C*>(c)->emplace(start_value<T>()); }
  static void clear(void* c) { static_cast<C*>(c)->reset(); }
};
template <class T>
struct container_functions<std::vector<T>> {
  using C = std::vector<T>;
  static std::size_t size(const void* c) { return static_cast<const C*>(c)->size(); }
  static const void* at(const void* c, std::size_t i) {
    return static_cast<const C*>(c)->data() + i;
  }
  static void* add(void* c) {
    static_cast<C*>(c)->push_back(start_value<T>());
    return &static_cast<C*>(c)->back();
  }
  static void clear(void* c) { static_cast<C*>(c)->clear(); }
};

template <class C>
inline constexpr container container_of = {
    container_functions<C>::size,
    container_functions<C>::at,
    container_functions<C>::add,
    container_functions<C>::clear,
};

/// The forms in which a scalar comes. Their functions are part of the library.
enum class form : std::uint8_t { plain, optional, list, sparse, optional_list, optional_sparse };
inline constexpr std::size_t form_count = 6, scalar_count = 14;
extern const value_type scalar_values[scalar_count][form_count];

template <class T>
struct scalar_form {
  using scalar = T;
  static constexpr form value = form::plain;
};
template <class T>
struct scalar_form<std::optional<T>> {
  using scalar = T;
  static constexpr form value = form::optional;
};
template <class T>
struct scalar_form<std::vector<T>> {
  using scalar = T;
  static constexpr form value = form::list;
};
template <class T>
struct scalar_form<std::vector<std::optional<T>>> {
  using scalar = T;
  static constexpr form value = form::sparse;
};
template <class T>
struct scalar_form<std::optional<std::vector<T>>> {
  using scalar = T;
  static constexpr form value = form::optional_list;
};
template <class T>
struct scalar_form<std::optional<std::vector<std::optional<T>>>> {
  using scalar = T;
  static constexpr form value = form::optional_sparse;
};

template <class T>
concept ScalarForm = requires { scalar_of<typename scalar_form<T>::scalar>::value; };

/// Reaches the private parts of records.
struct record_access {
  template <class Record>
  static constexpr const record_type& type() {
    return Record::description;
  }
};

template <class T>
inline constexpr value_type value_type_of{
    .kind = value_kind::record, .record = &record_access::type<T>()
};
template <const auto& Schema, std::size_t Type>
inline constexpr value_type value_type_of<Enum<Schema, Type>>{
    .kind = value_kind::enumeration,
    .names = Schema.names.data() + Schema.types[Type].names.first,
    .name_count = Schema.types[Type].names.count
};
template <const auto& Schema, std::size_t Type>
inline constexpr value_type value_type_of<OptionalEnum<Schema, Type>>{
    .kind = value_kind::optional_enumeration,
    .names = Schema.names.data() + Schema.types[Type].names.first,
    .name_count = Schema.types[Type].names.count
};
template <class T>
inline constexpr value_type value_type_of<std::optional<
    T>>{.kind = value_kind::optional, .element = &value_type_of<T>, .container = &container_of<std::optional<T>>};
template <class T>
inline constexpr value_type value_type_of<Boxed<
    T>>{.kind = value_kind::optional, .element = &value_type_of<T>, .container = &container_of<Boxed<T>>};
template <class T>
inline constexpr value_type value_type_of<std::vector<
    T>>{.kind = value_kind::list, .element = &value_type_of<T>, .container = &container_of<std::vector<T>>};

/// A relation, which a record doesn't hold.
struct not_held {};
inline constexpr value_type no_value_type{};

template <class T>
constexpr const value_type* type_of_value() {
  if constexpr (std::is_same_v<T, not_held>)
    return &no_value_type;
  else if constexpr (ScalarForm<T>)
    return &scalar_values[static_cast<std::size_t>(scalar_of<typename scalar_form<T>::scalar>::value
    )][static_cast<std::size_t>(scalar_form<T>::value)];
  else
    return &value_type_of<T>;
}

}  // namespace amplify::detail
