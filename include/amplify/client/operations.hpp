// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/client/models.hpp>
#include <amplify/schema/detail/result.hpp>

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

/// What an operation gives, with what is selected of it. Null is told by the answer.
template <const auto& Schema, std::uint32_t Field, fixed_string... Paths>
consteval auto selected_result() {
  constexpr std::uint32_t type = Schema.fields[Field].type;
  if constexpr (holds_fields(Schema.view(), type))
    return operation_result<Schema, Field, true, result_t<Schema, type, Paths...>>();
  else
    return operation_result<Schema, Field, true>();
}

/// The class whose fields an operation is asked for, or nothing.
template <const auto& Schema, std::uint32_t Field, fixed_string... Paths>
constexpr const record_type* operation_selection() {
  constexpr std::uint32_t type = Schema.fields[Field].type;
  if constexpr (holds_fields(Schema.view(), type))
    return selection_of<result_t<Schema, type, Paths...>>();
  else
    return nullptr;
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
      using Result = typename decltype(detail::selected_result<Schema, field, Paths...>())::type;
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
