// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/lambda/codec.hpp>
#include <amplify/lambda/context.hpp>
#include <amplify/lambda/error.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace amplify::lambda {

namespace detail {

/// A handler without its types.
struct AnyHandler {
  virtual ~AnyHandler() = default;
  virtual std::string call(std::string_view payload, const Context& context) = 0;
};

/// The parameter and the result of a handler.
template <class F>
struct signature : signature<decltype(&F::operator())> {};
template <class R, class E, class... Rest>
struct signature<R (*)(E, Rest...)> {
  using result = std::remove_cvref_t<R>;
  using event = std::remove_cvref_t<E>;
};
template <class R, class E, class... Rest>
struct signature<R (*)(E, Rest...) noexcept> : signature<R (*)(E, Rest...)> {};
template <class F, class R, class E, class... Rest>
struct signature<R (F::*)(E, Rest...)> : signature<R (*)(E, Rest...)> {};
template <class F, class R, class E, class... Rest>
struct signature<R (F::*)(E, Rest...) const> : signature<R (*)(E, Rest...)> {};
template <class F, class R, class E, class... Rest>
struct signature<R (F::*)(E, Rest...) noexcept> : signature<R (*)(E, Rest...)> {};
template <class F, class R, class E, class... Rest>
struct signature<R (F::*)(E, Rest...) const noexcept> : signature<R (*)(E, Rest...)> {};

template <class F>
class TypedHandler : public AnyHandler {
  using Event = typename signature<F>::event;
  using Result = typename signature<F>::result;
  static constexpr bool decodable = Decodable<Event>;
  static constexpr bool encodable = std::is_void_v<Result> || Encodable<Result>;
  static constexpr bool callable = std::is_invocable_v<F&, const Event&> ||
                                   std::is_invocable_v<F&, const Event&, const Context&>;
  static_assert(
      decodable,
      "run(handler): the handler's event is no type of amplify::lambda; include <amplify/lambda/json.hpp> for types of your own"
  );
  static_assert(
      encodable,
      "run(handler): the handler's result is no type of amplify::lambda; include <amplify/lambda/json.hpp> for types of your own"
  );
  static_assert(
      callable, "run(handler): a handler takes (const Event&) or (const Event&, const Context&)"
  );

 public:
  explicit TypedHandler(F handler) : handler_(std::move(handler)) {}

  std::string call(std::string_view payload, const Context& context) override {
    if constexpr (!decodable || !encodable || !callable) {
      return {};
    } else if constexpr (std::is_void_v<Result>) {
      const Event event = Codec<Event>::decode(payload);
      invoke(event, context);
      if constexpr (requires { encodeNothing(event, payload); })
        return encodeNothing(event, payload);
      else
        return "null";
    } else {
      return Codec<Result>::encode(invoke(Codec<Event>::decode(payload), context), payload);
    }
  }

 private:
  decltype(auto) invoke(const Event& event, const Context& context) {
    if constexpr (std::is_invocable_v<F&, const Event&, const Context&>)
      return handler_(event, context);
    else
      return handler_(event);
  }

  F handler_;
};

/// What makes the handler; called once.
struct AnyStart {
  virtual ~AnyStart() = default;
  virtual std::unique_ptr<AnyHandler> start() = 0;
};

template <class F>
class TypedStart : public AnyStart {
 public:
  explicit TypedStart(F function) : function_(std::move(function)) {}
  std::unique_ptr<AnyHandler> start() override {
    if constexpr (std::is_invocable_v<F&>) {
      return std::make_unique<TypedHandler<std::decay_t<std::invoke_result_t<F&>>>>(function_());
    } else {
      return std::make_unique<TypedHandler<F>>(std::move(function_));
    }
  }

 private:
  F function_;
};

int run(AnyStart& start);

}  // namespace detail

/// Answers invocations until Lambda stops the program: `int main() { return run(handler); }`
///
/// A handler takes an event, and the `Context` if it wants to: `HttpResult handle(const HttpEvent&,
/// const Context&)`. An exception that it throws is the invocation's error; the function goes on.
///
/// In place of a handler, a function without parameters may make one. What it throws is reported as
/// a failure to start: `run([] { return [client = connect()](const S3Event& event) { … }; })`.
///
/// Returns the program's exit code, when it can't start or Lambda can't be talked to.
template <class F>
[[nodiscard]] int run(F handler) {
  detail::TypedStart<F> start(std::move(handler));
  return detail::run(start);
}

}  // namespace amplify::lambda
