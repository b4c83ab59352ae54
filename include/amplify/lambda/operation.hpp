// SPDX-License-Identifier: Apache-2.0
#pragma once

/// Functions in C++ that handle operations of a schema: `a.handler.function(...)`.

#include <amplify/lambda/appsync.hpp>
#include <amplify/lambda/context.hpp>
#include <amplify/lambda/error.hpp>
#include <amplify/lambda/runtime.hpp>
#include <amplify/schema.hpp>
#include <amplify/schema/detail/result.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

namespace amplify {

/// What a function gets that handles an operation.
template <const auto& Schema, std::size_t Operation>
struct FunctionEvent {
  /// By name: `event.arguments["name"_s]`.
  Record<Schema, Operation> arguments{};
  /// Who asks, and what else AppSync says.
  lambda::AppSyncResolverEvent request{};
};

/// Throws lambda::InvalidPayloadError, with the places that don't fit the schema.
template <const auto& Schema, std::size_t Operation>
void decodePayload(std::string_view payload, FunctionEvent<Schema, Operation>& event) {
  decodePayload(payload, event.request);
  try {
    event.arguments = Record<Schema, Operation>::fromJson(event.request.arguments.text);
  } catch (const JsonError& error) {
    throw lambda::InvalidPayloadError(std::string("arguments: ") + error.what());
  }
}

namespace detail {

template <const auto& Schema, std::size_t Operation>
consteval auto handler_result() {
  constexpr std::uint32_t field = result_field(Schema.view(), Operation);
  if constexpr (field == no_index) {
    return std::type_identity<void>();
  } else {
    constexpr std::uint32_t type = Schema.fields[field].type;
    if constexpr (holds_fields(Schema.view(), type))
      return operation_result<Schema, field, false, Record<Schema, type>>();
    else
      return operation_result<Schema, field, false>();
  }
}

}  // namespace detail

/// The type of a function that handles an operation: `Result(const FunctionEvent&)`, where what may
/// be null is a `std::optional`, and an operation that nobody waits for gives nothing.
template <const auto& Schema, std::size_t Operation>
struct FunctionHandler {
  using Result = typename decltype(detail::handler_result<Schema, Operation>())::type;
  using type = Result(const FunctionEvent<Schema, Operation>&);
};

namespace lambda {

/// Answers invocations of an operation: `int main() { return run(sayHello); }`, where `sayHello` is
/// a `Schema::functionHandler<"sayHello">`. Errors (compile time): another result than the
/// operation's.
template <class Result, const auto& Schema, std::size_t Operation>
[[nodiscard]] int run(Result (*handler)(const FunctionEvent<Schema, Operation>&)) {
  using Handler = typename FunctionHandler<Schema, Operation>::type;
  using Event = FunctionEvent<Schema, Operation>;
  constexpr bool fits = std::is_same_v<Result(const Event&), Handler>;
  static_assert(
      fits,
      "run(handler): the handler is no Schema::functionHandler of the operation; its result differs"
  );
  if constexpr (!fits) {
    return 1;
  } else if constexpr (std::is_void_v<Result>) {
    return run([handler](const Event& event) { handler(event); });
  } else {
    return run([handler](const Event& event) -> JsonText {
      const Result result = handler(event);
      return {amplify::detail::to_json(*amplify::detail::type_of_value<Result>(), &result)};
    });
  }
}

}  // namespace lambda
}  // namespace amplify
