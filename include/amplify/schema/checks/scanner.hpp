// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/name.hpp>

#include <cstddef>
#include <string_view>

namespace amplify::detail {

/// Reads a text from left to right. Each function takes what it names and says whether it was
/// there.
class scanner {
 public:
  constexpr explicit scanner(std::string_view text) : rest_(text) {}

  constexpr bool done() const { return rest_.empty(); }
  constexpr bool next_is(char c) const { return !done() && rest_[0] == c; }
  constexpr char peek() const { return done() ? '\0' : rest_[0]; }
  constexpr bool take(char c) {
    if (!next_is(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  constexpr bool take(std::string_view word) {
    if (rest_.substr(0, word.size()) != word) return false;
    rest_.remove_prefix(word.size());
    return true;
  }
  constexpr char next() {
    const char c = peek();
    if (!done()) rest_.remove_prefix(1);
    return c;
  }

  constexpr std::size_t skip_digits() {
    std::size_t count = 0;
    for (; is_digit(peek()); ++count)
      next();
    return count;
  }
  /// One to `most` digits.
  constexpr bool up_to(int most, int& value) {
    int count = 0;
    for (value = 0; count < most && is_digit(peek()); ++count)
      value = value * 10 + (next() - '0');
    return count > 0;
  }
  /// Exactly `count` digits.
  constexpr bool number(int count, int& value) {
    for (value = 0; count > 0; --count) {
      if (!is_digit(peek())) return false;
      value = value * 10 + (next() - '0');
    }
    return true;
  }
  constexpr bool two_digits(int most) {
    int value = 0;
    return number(2, value) && value <= most;
  }
  static constexpr bool is_hex(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
  /// One to four hexadecimal digits.
  constexpr bool hex_group() {
    int count = 0;
    for (; count < 4 && is_hex(peek()); ++count)
      next();
    return count > 0;
  }

 private:
  std::string_view rest_;
};

}  // namespace amplify::detail
