// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/shape.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>

/// What operations of the user's give.
namespace amplify::detail {

/// The field that says what an operation gives: its own result, or for a subscription that of its
/// first mutation. `no_index` if it gives nothing.
constexpr std::uint32_t result_field(const schema_view& schema, std::uint32_t operation) {
  const range fields = schema.types[operation].fields;
  for (std::uint32_t i = fields.first; i < fields.first + fields.count; ++i) {
    const field_meta& field = schema.fields[i];
    if (field.role == field_role::result) return i;
    if (field.role != field_role::source) continue;
    return schema.types[field.type].kind == type_kind::model ? i : result_field(schema, field.type);
  }
  return no_index;
}

/// The C++ type of what field `Field` says; `Value` stands for a model or custom type. Null is a
/// part of it unless `NeverNull`.
template <const auto& Schema, std::uint32_t Field, bool NeverNull, class Value = void>
consteval auto operation_result() {
  constexpr field_meta field = Schema.fields[Field];
  constexpr std::uint32_t type = field.type;
  constexpr bool required = NeverNull || field.required;
  constexpr shape form{field.scalar, required, field.array, field.element_required};
  constexpr shape without_scalar{{}, required, field.array, field.element_required};
  if constexpr (!std::is_void_v<Value>)
    return std::type_identity<typename shaped<Value, without_scalar>::type>();
  else if constexpr (type == no_index)
    return std::type_identity<typename shaped_scalar<form>::type>();
  else
    return std::type_identity<typename shaped<Enum<Schema, type>, without_scalar>::type>();
}

}  // namespace amplify::detail
