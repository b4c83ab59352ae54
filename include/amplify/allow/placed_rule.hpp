// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/allow/access_rule.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace amplify {

namespace detail {

/// A rule with room for its lists, so that the compiler can make it.
struct kept_rule {
  static constexpr std::size_t most_words = 8, most_groups = 16;

  rule_meta meta{};
  std::array<std::string_view, most_words> words{};
  std::array<std::string_view, most_groups> groups{};
  std::size_t word_count = 0, group_count = 0;
  /// In place of all others: one that was made when the program ran. It lives until the end.
  const AccessRule* made = nullptr;

  AccessRule rule() const;
};

/// Keeps a rule until the program ends.
const AccessRule* keep(AccessRule rule);

}  // namespace detail

/// A rule that the compiler holds against what its place takes: `Place::check(rule)` throws the
/// sentence for one that it doesn't. What `allow` makes converts to it; an `AccessRule(...)` is
/// checked at synthesis.
template <class Place>
class PlacedRule {
 public:
  template <std::size_t Words, std::size_t Groups>
  consteval PlacedRule(const AuthorizationRule<Words, Groups>& rule) {
    Place::check(rule);
    // clang-format off: the compilers print one line
    if (Words > detail::kept_rule::most_words) throw "a rule has at most 8 words in .to(...)";
    if (Groups > detail::kept_rule::most_groups) throw "a rule has at most 16 groups: write a second rule for the others";
    // clang-format on
    rule_.meta = rule.meta;
    for (const auto word : rule.words)
      rule_.words[rule_.word_count++] = word;
    for (const auto group : rule.groups)
      rule_.groups[rule_.group_count++] = group;
  }
  template <std::size_t Words, std::size_t Parts, std::size_t Groups>
  consteval PlacedRule(const CombinedRule<Words, Parts, Groups>& rule) {
    // Always so, but g++ quotes the sentence of no function that can only throw.
    if (rule.meta.who == detail::strategy::all)
      throw "allow.all(...) is for models and their fields: write a single rule";
  }
  PlacedRule(AccessRule rule) { rule_.made = detail::keep(std::move(rule)); }

  AccessRule rule() const { return rule_.rule(); }

 private:
  detail::kept_rule rule_{};
};

}  // namespace amplify
