// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/allow.hpp>
#include <amplify/allow/words.hpp>
#include <amplify/schema/types.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace amplify::detail {

inline constexpr std::size_t operation_count = 9;
// No std::array, here and below: its operator[] costs clang's constant evaluation four steps of
// about a million.
inline constexpr std::string_view operation_names[operation_count] = {
    "create", "update", "delete", "read", "get", "list", "sync", "listen", "search"
};
inline constexpr vocabulary model_operations{
    "no operation", operation_names, operation_count,
    "there are create, update, delete and read, or get, list, sync, listen, search"
};
inline constexpr std::string_view owner_field = "owner";

/// A rule of a model.
struct model_rule {
  /// Among more words than there are operations, one is wrong or listed twice.
  static constexpr std::size_t most_words = operation_count + 1;

  rule_meta meta{};
  std::string_view words[most_words]{};
  std::uint8_t word_count = 0;

  constexpr bool permits(ir::Operation operation) const {
    for (std::size_t i = 0; i < word_count; ++i)
      if (words[i] == operation_names[static_cast<std::size_t>(operation)]) return true;
    return false;
  }
};

template <std::size_t Words, std::size_t Groups>
constexpr model_rule rule_of(const AuthorizationRule<Words, Groups>& given) {
  model_rule rule{given.meta};
  rule.word_count = Words < model_rule::most_words ? Words : model_rule::most_words;
  for (std::size_t i = 0; i < rule.word_count; ++i)
    rule.words[i] = given.words[i];
  return rule;
}

template <class T>
inline constexpr bool is_rule = false;
template <std::size_t Words, std::size_t Groups>
inline constexpr bool is_rule<AuthorizationRule<Words, Groups>> = true;

}  // namespace amplify::detail
