// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/boxed.hpp>
#include <amplify/schema/detail/lists.hpp>
#include <amplify/schema/detail/meta.hpp>
#include <amplify/schema/detail/record_type.hpp>
#include <amplify/schema/enum.hpp>
#include <amplify/schema/scalars.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace amplify {

template <const auto& Schema, std::size_t Type>
class Record;

namespace detail {

/// What decides a field's C++ type but for enums and custom types. Few exist, so models share
/// their types.
struct shape {
  ir::Scalar scalar = ir::Scalar::string;
  bool required = false, array = false, element_required = false;
};

template <ir::Scalar>
struct scalar_type;
template <class T>
  requires requires { scalar_of<T>::value; }
struct scalar_type_is {
  using type = T;
};
// clang-format off
template <> struct scalar_type<ir::Scalar::id> : scalar_type_is<ID> {};
template <> struct scalar_type<ir::Scalar::string> : scalar_type_is<std::string> {};
template <> struct scalar_type<ir::Scalar::integer> : scalar_type_is<std::int32_t> {};
template <> struct scalar_type<ir::Scalar::float_> : scalar_type_is<double> {};
template <> struct scalar_type<ir::Scalar::boolean> : scalar_type_is<bool> {};
template <> struct scalar_type<ir::Scalar::date> : scalar_type_is<AWSDate> {};
template <> struct scalar_type<ir::Scalar::time> : scalar_type_is<AWSTime> {};
template <> struct scalar_type<ir::Scalar::datetime> : scalar_type_is<AWSDateTime> {};
template <> struct scalar_type<ir::Scalar::timestamp> : scalar_type_is<AWSTimestamp> {};
template <> struct scalar_type<ir::Scalar::email> : scalar_type_is<AWSEmail> {};
template <> struct scalar_type<ir::Scalar::json> : scalar_type_is<AWSJSON> {};
template <> struct scalar_type<ir::Scalar::phone> : scalar_type_is<AWSPhone> {};
template <> struct scalar_type<ir::Scalar::url> : scalar_type_is<AWSURL> {};
template <> struct scalar_type<ir::Scalar::ipAddress> : scalar_type_is<AWSIPAddress> {};
// clang-format on

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

constexpr shape shape_of(
    const schema_view& schema, const type_meta& model, const field_meta& field
) {
  // A key is never null, however it is declared.
  const bool key = model.kind == type_kind::model && is_key(schema, model, field.name.text);
  return {field.scalar, field.required || key, field.array, field.element_required};
}

/// Whether values of custom type `from` may hold, not in a list, values of type `wanted`, through
/// at most `depth` others.
constexpr bool may_hold(
    const schema_view& schema, std::uint32_t from, std::uint32_t wanted, std::uint32_t depth
) {
  for (const field_meta& field : fields_of(schema, schema.types[from])) {
    if (field.array || field.type == no_index ||
        schema.types[field.type].kind != type_kind::customType)
      continue;
    if (field.type == wanted) return true;
    if (depth > 0 && may_hold(schema, field.type, wanted, depth - 1)) return true;
  }
  return false;
}

/// The C++ type of a custom type's value within a value of type `Owner`.
template <const auto& Schema, std::size_t Owner, std::size_t Type, shape Shape>
consteval auto nested_type() {
  using Value = Record<Schema, Type>;
  constexpr bool boxed = !Shape.array && !Shape.required &&
                         Schema.types[Owner].kind == type_kind::customType &&
                         (Type == Owner || may_hold(Schema.view(), Type, Owner, 4));
  if constexpr (boxed)
    return std::type_identity<Boxed<Value>>();
  else
    return std::type_identity<typename shaped<Value, Shape>::type>();
}

/// The C++ type of field `Index` of the schema, which belongs to `Owner`.
template <const auto& Schema, std::size_t Owner, std::size_t Index>
consteval auto field_type() {
  constexpr const field_meta& field = Schema.fields[Index];
  constexpr shape form = shape_of(Schema.view(), Schema.types[Owner], field);
  constexpr shape without_scalar{{}, form.required, form.array, form.element_required};
  if constexpr (field.role == field_role::result || field.role == field_role::source)
    return std::type_identity<not_held>();
  else if constexpr (field.kind == field_kind::scalar)
    return std::type_identity<typename shaped_scalar<form>::type>();
  else if constexpr (field.type == no_index || Schema.types[field.type].kind == type_kind::model)
    return std::type_identity<not_held>();
  else if constexpr (Schema.types[field.type].kind == type_kind::enumeration)
    return std::type_identity<typename shaped<Enum<Schema, field.type>, without_scalar>::type>();
  else
    return nested_type<Schema, Owner, field.type, without_scalar>();
}

template <const auto& Schema, std::size_t Owner, std::size_t Index>
using field_type_t = typename decltype(field_type<Schema, Owner, Index>())::type;

}  // namespace detail
}  // namespace amplify
