// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/allow.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace amplify {

namespace detail {
struct kept_rule;
}

/// A rule in a list made at run time, as `.access` of a definition takes them. What `allow` makes
/// converts to it.
struct AccessRule {
  detail::strategy who = detail::strategy::guest;
  /// How often `.to(...)` was called.
  unsigned limits = 0;
  /// Whether `.identityClaim(...)` or `.withClaimIn(...)` was called: for the API's rules only.
  bool claims = false;
  std::string provider{};
  std::string subject{};
  std::vector<std::string> words{};
  std::vector<std::string> groups{};
  const defineFunction* function = nullptr;

  template <std::size_t Words, std::size_t Groups>
  AccessRule(const AuthorizationRule<Words, Groups>& rule)
      : AccessRule(rule.meta, rule.words.data(), Words, rule.groups.data(), Groups) {}

  /// The rule as the user wrote it, without `.to(...)`.
  std::string text() const;

 private:
  friend struct detail::kept_rule;
  AccessRule(
      const detail::rule_meta& meta, const std::string_view* words, std::size_t word_count,
      const std::string_view* groups, std::size_t group_count
  );
};

}  // namespace amplify
