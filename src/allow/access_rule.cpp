// SPDX-License-Identifier: Apache-2.0
#include <amplify/allow/access_rule.hpp>
#include <amplify/allow/words.hpp>

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

std::string AccessRule::text() const {
  const bool about_groups = who == detail::strategy::groups;
  const std::string_view first = about_groups ? (groups.empty() ? std::string_view() : groups[0])
                                 : subject.empty() ? std::string_view(provider)
                                                   : std::string_view(subject);
  const auto [before, middle, after] = detail::text_of(who, first, groups.size());
  return std::string(before).append(middle).append(after);
}

}  // namespace amplify
