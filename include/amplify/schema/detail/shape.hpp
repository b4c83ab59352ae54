// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/lists.hpp>
#include <amplify/schema/detail/meta.hpp>
#include <amplify/schema/enum.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace amplify::detail {

/// What decides a field's C++ type but for an enum's. Few exist, so models share their types.
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
struct nullable {
  using type = std::conditional_t<Required, T, std::optional<T>>;
};
template <const auto& Schema, std::size_t Type>
struct nullable<Enum<Schema, Type>, false> {
  using type = OptionalEnum<Schema, Type>;
};

template <class Element, shape Shape>
struct shaped {
  using list = std::vector<typename nullable<Element, Shape.element_required>::type>;
  using type =
      typename nullable<std::conditional_t<Shape.array, list, Element>, Shape.required>::type;
};

template <shape Shape>
using shaped_scalar = shaped<typename scalar_type<Shape.scalar>::type, Shape>;

/// What a record holds for a relation or custom type.
struct not_held {};

constexpr shape shape_of(
    const schema_view& schema, const type_meta& model, const field_meta& field
) {
  // A key is never null, however it is declared.
  const bool required = field.required || is_key(schema, model, field.name.text);
  return {field.scalar, required, field.array, field.element_required};
}

/// The C++ type of field `Index` of the schema, which belongs to `Model`.
template <const auto& Schema, std::size_t Model, std::size_t Index>
consteval auto field_type() {
  constexpr const field_meta& field = Schema.fields[Index];
  constexpr shape form = shape_of(Schema.view(), Schema.types[Model], field);
  if constexpr (field.kind == field_kind::scalar)
    return std::type_identity<typename shaped_scalar<form>::type>();
  else if constexpr (field.type != no_index &&
                     Schema.types[field.type].kind == type_kind::enumeration)
    return std::type_identity<typename shaped<
        Enum<Schema, field.type>,
        shape{{}, form.required, form.array, form.element_required}>::type>();
  else
    return std::type_identity<not_held>();
}

}  // namespace amplify::detail
