// SPDX-License-Identifier: Apache-2.0
#include "detail/screaming_snake.hpp"

#include <cstddef>

namespace amplify::detail {
namespace {

enum class Kind { lower, upper, digit, other };

Kind kind(char c) {
  if (c >= 'a' && c <= 'z') return Kind::lower;
  if (c >= 'A' && c <= 'Z') return Kind::upper;
  return c >= '0' && c <= '9' ? Kind::digit : Kind::other;
}

/// Whether a word starts at `i`, after a letter or digit.
bool starts_word(std::string_view name, std::size_t i) {
  const Kind before = kind(name[i - 1]);
  const Kind here = kind(name[i]);
  if (before == Kind::lower && here == Kind::upper) return true;
  if ((before == Kind::digit) != (here == Kind::digit)) return true;
  // The last capital of a row belongs to the word that it begins: `XMLName` is XML and Name.
  return before == Kind::upper && here == Kind::upper && i + 1 < name.size() &&
         kind(name[i + 1]) == Kind::lower;
}

}  // namespace

std::string screaming_snake(std::string_view name) {
  std::string words;
  bool in_word = false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool is_part = kind(name[i]) != Kind::other;
    if (is_part && !words.empty() && (!in_word || starts_word(name, i))) words += '_';
    if (is_part)
      words += kind(name[i]) == Kind::lower ? static_cast<char>(name[i] - 'a' + 'A') : name[i];
    in_word = is_part;
  }
  return words;
}

}  // namespace amplify::detail
