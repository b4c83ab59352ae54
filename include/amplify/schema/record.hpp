// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/lookup.hpp>
#include <amplify/schema/detail/shape.hpp>
#include <amplify/schema/literals.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace amplify {
namespace detail {

template <class T>
constexpr T start_value() {
  if constexpr (requires { T::first(); })
    return T::first();
  else
    return T{};
}

template <std::size_t Position, class T>
struct leaf {
  T value = start_value<T>();
};
/// A field that the API alone sets.
template <std::size_t Position, class T>
struct read_only_leaf {
  T value{};
};

template <std::size_t Position, class T>
constexpr T& leaf_value(leaf<Position, T>& l) {
  return l.value;
}
template <std::size_t Position, class T>
constexpr const T& leaf_value(const leaf<Position, T>& l) {
  return l.value;
}
template <std::size_t Position, class T>
constexpr const T& leaf_value(const read_only_leaf<Position, T>& l) {
  return l.value;
}

template <const auto& Schema, std::size_t Model, std::size_t First, class Indices>
struct leaves;
template <const auto& Schema, std::size_t Model, std::size_t First, std::size_t... Index>
struct leaves<Schema, Model, First, std::index_sequence<Index...>>
    : leaf<Index, typename decltype(field_type<Schema, Model, First + Index>())::type>... {};

template <const auto& Schema, std::size_t Model>
using leaves_of = leaves<
    Schema, Model, Schema.types[Model].fields.first,
    std::make_index_sequence<Schema.types[Model].fields.count>>;

/// The fields that the API adds. Used as far as the model doesn't declare them.
struct added_fields : leaf<added_id, std::string>,
                      read_only_leaf<added_created_at, std::string>,
                      read_only_leaf<added_updated_at, std::string>,
                      read_only_leaf<added_owner, std::optional<std::string>> {};

}  // namespace detail

/// One item of a model, as `ClientSchema<schema>::type<"Post">` gives it.
///
/// `post["title"_s]` is the field `title`: text (also ids, dates, email addresses and the like) is
/// `std::string`, integers `std::int32_t`, timestamps `std::int64_t`, floats `double`, enums
/// `Enum`, lists `std::vector`; what may be null is a `std::optional`, an enum an `OptionalEnum`.
/// `id`, `createdAt`, `updatedAt` and, with `allow.owner()`, `owner` are there whether declared or
/// not; what the API alone sets is read-only. Relations and custom types are not held. Errors
/// (compile time): a name that is no field of the model, or one that isn't held.
template <const auto& Schema, std::size_t Model>
class Record : detail::leaves_of<Schema, Model>, detail::added_fields {
 public:
  /// The model's name.
  static constexpr std::string_view model = Schema.types[Model].name.text;

  template <fixed_string Name>
  constexpr auto& operator[](Key<Name>) {
    constexpr std::size_t position = detail::position<Schema, Model, Name>;
    if constexpr (position != detail::no_field)
      return detail::leaf_value<position>(*this);
    else
      return detail::reported_field<Schema, Model, Name>::stand_in;
  }
  template <fixed_string Name>
  constexpr const auto& operator[](Key<Name>) const {
    constexpr std::size_t position = detail::position<Schema, Model, Name>;
    if constexpr (position != detail::no_field)
      return detail::leaf_value<position>(*this);
    else
      return detail::reported_field<Schema, Model, Name>::stand_in;
  }

 private:
  friend struct detail::record_access;
};

}  // namespace amplify
