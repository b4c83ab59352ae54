// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace amplify {
namespace detail {

/// What a rule throws for a text that it refuses. In a constant, that makes a compile error which
/// shows the line with the words; a text made at run time is reported by synthesis.
struct refused {
  const char* why;
  constexpr explicit refused(const char* words) : why(words) {}
};

/// Keeps a text for as long as the program runs.
std::string_view keep_text(const std::string& text);

/// Takes every text.
struct any_text {
  static constexpr void check(std::string_view) {}
};

}  // namespace detail

/// A text in a definition, kept to a rule: a constant is checked when it is compiled, a
/// `std::string` at synthesis. Default: not set.
template <class Rule = detail::any_text>
class Text {
 public:
  constexpr Text() = default;
  consteval Text(const char* constant) : text_(constant) { Rule::check(text_); }
  Text(const std::string& text) : text_(detail::keep_text(text)) {}

  constexpr bool isSet() const { return text_.data() != nullptr; }
  constexpr std::string_view view() const { return text_; }

 private:
  std::string_view text_{};
};

}  // namespace amplify
