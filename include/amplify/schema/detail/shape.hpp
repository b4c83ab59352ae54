// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/meta.hpp>
#include <amplify/schema/enum.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace amplify::detail {

/// What decides a field's C++ type. Few exist, so models share their types.
struct shape {
  ir::Scalar scalar = ir::Scalar::string;
  bool required = false, array = false, element_required = false;
};

template <ir::Scalar>
struct scalar_type {
  using type = std::string;
};
template <>
struct scalar_type<ir::Scalar::integer> {
  using type = std::int32_t;
};
template <>
struct scalar_type<ir::Scalar::timestamp> {
  using type = std::int64_t;
};
template <>
struct scalar_type<ir::Scalar::float_> {
  using type = double;
};
template <>
struct scalar_type<ir::Scalar::boolean> {
  using type = bool;
};

template <class T, bool Required>
using nullable = std::conditional_t<Required, T, std::optional<T>>;

template <shape Shape>
struct shaped {
  using element = typename scalar_type<Shape.scalar>::type;
  using list = std::vector<nullable<element, Shape.element_required>>;
  using type = nullable<std::conditional_t<Shape.array, list, element>, Shape.required>;
};

constexpr shape shape_of(const field_meta& field) {
  // The key is never null, however it is declared.
  const bool required = field.required || field.name.meaning == word::id;
  return {field.scalar, required, field.array, field.element_required};
}

/// The C++ type of field `Index` of the schema.
template <const auto& Schema, std::size_t Index>
consteval auto field_type() {
  if constexpr (Schema.fields[Index].enumeration)
    return std::type_identity<OptionalEnum<Schema, Index>>();
  else
    return std::type_identity<typename shaped<shape_of(Schema.fields[Index])>::type>();
}

}  // namespace amplify::detail
