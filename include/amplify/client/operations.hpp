// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/client/models.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace amplify {

/// What an operation gives whose function isn't waited for.
class EventInvocationResponse {
 public:
  bool success() const { return success_; }

  friend bool operator==(const EventInvocationResponse&, const EventInvocationResponse&) = default;

 private:
  friend struct detail::record_access;

  static const detail::record_field* fields() {
    static constexpr detail::record_field list[] = {{"success", detail::type_of_value<bool>()}};
    return list;
  }
  static void places(const void* record, const void** out) {
    *out = &static_cast<const EventInvocationResponse*>(record)->success_;
  }
  static constexpr detail::record_type description{"EventInvocationResponse", 1, fields, places};

  bool success_ = false;
};

namespace detail {

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

template <const auto& Schema, std::uint32_t Field, fixed_string... Paths>
consteval auto operation_result() {
  constexpr field_meta field = Schema.fields[Field];
  constexpr std::uint32_t type = field.type;
  // Null is told by the answer.
  constexpr shape form{field.scalar, true, field.array, field.element_required};
  constexpr shape without_scalar{{}, true, field.array, field.element_required};
  if constexpr (type == no_index)
    return std::type_identity<typename shaped_scalar<form>::type>();
  else if constexpr (Schema.types[type].kind == type_kind::enumeration)
    return std::type_identity<typename shaped<Enum<Schema, type>, without_scalar>::type>();
  else
    return std::type_identity<
        typename shaped<result_t<Schema, type, Paths...>, without_scalar>::type>();
}

/// The class whose fields an operation is asked for, or nothing.
template <const auto& Schema, std::uint32_t Field, fixed_string... Paths>
constexpr const record_type* operation_selection() {
  constexpr std::uint32_t type = Schema.fields[Field].type;
  if constexpr (type == no_index)
    return nullptr;
  else if constexpr (Schema.types[type].kind == type_kind::enumeration)
    return nullptr;
  else
    return selection_of<result_t<Schema, type, Paths...>>();
}

constexpr request_kind kind_of(type_kind kind) {
  return kind == type_kind::query      ? request_kind::query
         : kind == type_kind::mutation ? request_kind::mutation
                                       : request_kind::subscription;
}

}  // namespace detail

/// A query, mutation or subscription of the user's: `Schema::queries<"stats">({"since"_s = day})`,
/// for a custom type or model with a selection after the arguments.
template <const auto& Schema, std::size_t Operation>
class CustomOperation {
  using Arguments = Input<Schema, Operation, detail::input_kind::arguments>;

 public:
  template <fixed_string... Paths>
  auto operator()(const Arguments& arguments = {}, Select<Paths...> = {}) const {
    constexpr std::uint32_t field = detail::result_field(view, Operation);
    const detail::request_target target{
        view, detail::kind_of(Schema.types[Operation].kind), detail::no_index,
        Schema.types[Operation].name.text
    };
    if constexpr (field == detail::no_index) {
      return Request<Response<EventInvocationResponse>>(detail::make_request(
          target, arguments.values(), detail::selection_of<EventInvocationResponse>(), false
      ));
    } else {
      using Result = typename decltype(detail::operation_result<Schema, field, Paths...>())::type;
      return Request<Response<Result>>(detail::make_request(
          target, arguments.values(), detail::operation_selection<Schema, field, Paths...>(), false
      ));
    }
  }
  template <fixed_string First, fixed_string... Paths>
  auto operator()(Select<First, Paths...> fields) const {
    return (*this)(Arguments(), fields);
  }

 private:
  static constexpr detail::schema_view view = Schema.view();
};

}  // namespace amplify
