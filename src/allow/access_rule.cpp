// SPDX-License-Identifier: Apache-2.0
#include <amplify/allow/access_rule.hpp>
#include <amplify/allow/placed_rule.hpp>
#include <amplify/allow/words.hpp>

#include <deque>
#include <mutex>
#include <utility>

namespace amplify {

AccessRule::AccessRule(
    const detail::rule_meta& meta, const std::string_view* given_words, std::size_t word_count,
    const std::string_view* given_groups, std::size_t group_count
)
    : who(meta.who),
      limits(meta.limits),
      claims(meta.identity_claims + meta.group_claims > 0),
      provider(meta.provider),
      subject(meta.subject),
      words(given_words, given_words + word_count),
      groups(given_groups, given_groups + group_count),
      function(meta.function) {}

AccessRule detail::kept_rule::rule() const {
  if (made != nullptr) return *made;
  return {meta, words.data(), word_count, groups.data(), group_count};
}

const AccessRule* detail::keep(AccessRule rule) {
  static std::mutex mutex;
  static std::deque<AccessRule> kept;
  const std::lock_guard lock(mutex);
  return &kept.emplace_back(std::move(rule));
}

std::string AccessRule::text() const {
  const bool about_groups = who == detail::strategy::groups;
  const std::string_view first = about_groups ? (groups.empty() ? std::string_view() : groups[0])
                                 : subject.empty() ? std::string_view(provider)
                                                   : std::string_view(subject);
  const auto [before, middle, after] = detail::text_of(who, first, groups.size());
  return std::string(before).append(middle).append(after);
}

}  // namespace amplify
