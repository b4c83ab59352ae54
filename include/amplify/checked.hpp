// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace amplify {

/// A value that `atRuntime` made.
template <class T>
struct AtRuntime {
  T value;
};

namespace detail {
/// Keeps a text until the program ends, the same one once.
std::string_view keep(std::string text);

template <class T>
concept checked_number = std::integral<T> && !std::same_as<T, bool>;
}  // namespace detail

/// For options that the compiler checks: a number that is known only when the program runs. It is
/// checked at synthesis.
constexpr AtRuntime<std::int64_t> atRuntime(detail::checked_number auto number) {
  return {static_cast<std::int64_t>(number)};
}
/// The same for a text.
inline AtRuntime<std::string_view> atRuntime(std::string text) {
  return {detail::keep(std::move(text))};
}

/// A whole number that the compiler holds against `Rule::least` and `Rule::most`; outside, it
/// prints the line of `Rule::require()`.
template <class Rule>
class WholeNumber {
 public:
  consteval WholeNumber(detail::checked_number auto value)
      : value_(static_cast<std::int64_t>(value)) {
    Rule::require(isAllowed());
  }
  WholeNumber(std::floating_point auto) = delete;  // write a whole number
  constexpr WholeNumber(AtRuntime<std::int64_t> number) : value_(number.value) {}

  constexpr std::int64_t value() const { return value_; }
  constexpr bool isAllowed() const { return value_ >= Rule::least && value_ <= Rule::most; }

 private:
  std::int64_t value_;
};

namespace detail {

/// Throws a sentence for a text that the rule refuses. A rule has one of two forms: `allows(text)`
/// says whether, and `require(allowed)` throws the sentence; or `check(text)`, which has several.
template <class Rule>
constexpr void check_text(std::string_view text) {
  if constexpr (requires { Rule::check(text); })
    Rule::check(text);
  else
    Rule::require(Rule::allows(text));
}

/// Takes every text.
struct any_text {
  static constexpr void check(std::string_view) {}
};

}  // namespace detail

/// A text that the compiler holds against the rule; for one that isn't allowed, it prints the line
/// with the sentence. Empty means not given.
template <class Rule>
class CheckedText {
 public:
  constexpr CheckedText() = default;
  consteval CheckedText(const char* text) : text_(text) { detail::check_text<Rule>(text_); }
  constexpr CheckedText(AtRuntime<std::string_view> text) : text_(text.value) {}

  constexpr std::string_view view() const { return text_; }
  constexpr bool empty() const { return text_.empty(); }
  constexpr bool isAllowed() const { return Rule::allows(text_); }

 private:
  std::string_view text_{};
};

/// A text without a rule: a constant, or one that `atRuntime` keeps.
using Text = CheckedText<detail::any_text>;

}  // namespace amplify
