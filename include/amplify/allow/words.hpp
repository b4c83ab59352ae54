// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/allow.hpp>
#include <amplify/detail/suggestion.hpp>

#include <cstddef>
#include <string_view>

/// What the contexts that take rules have in common: how a rule is quoted, and the check of the
/// words in `.to(...)`. Works at compile time and at run time, on `std::string`s too.
namespace amplify::detail {

/// A rule as the user wrote it, without `.to(...)`, in three parts to put together.
struct rule_text {
  std::string_view before, subject, after;
};

constexpr std::string_view builder_of(strategy who) {
  constexpr std::string_view names[] = {
      "allow.owner",
      "allow.ownerDefinedIn",
      "allow.ownersDefinedIn",
      "allow.authenticated",
      "allow.guest",
      "allow.publicApiKey",
      "allow.groups",
      "allow.groupDefinedIn",
      "allow.groupsDefinedIn",
      "allow.custom",
      "allow.resource",
      "allow.entity",
      "allow.all"
  };
  return names[static_cast<std::size_t>(who)];
}

/// `first` is the first group of a rule about groups, or else what the builder was given, if
/// anything.
constexpr rule_text text_of(strategy who, std::string_view first, std::size_t groups) {
  switch (who) {
    case strategy::groups:
      if (groups == 0) return {"allow.groups()", {}, {}};
      if (groups == 1) return {"allow.group(`", first, "`)"};
      return {"allow.groups(`", first, "`, ...)"};
    case strategy::ownerDefinedIn:
      return {"allow.ownerDefinedIn(`", first, "`)"};
    case strategy::ownersDefinedIn:
      return {"allow.ownersDefinedIn(`", first, "`)"};
    case strategy::groupDefinedIn:
      return {"allow.groupDefinedIn(`", first, "`)"};
    case strategy::groupsDefinedIn:
      return {"allow.groupsDefinedIn(`", first, "`)"};
    case strategy::entity:
      return {"allow.entity(`", first, "`)"};
    case strategy::owner:
      return first.empty() ? rule_text{"allow.owner()", {}, {}}
                           : rule_text{"allow.owner(`", first, "`)"};
    case strategy::authenticated:
      return first.empty() ? rule_text{"allow.authenticated()", {}, {}}
                           : rule_text{"allow.authenticated(`", first, "`)"};
    case strategy::guest:
      return {"allow.guest()", {}, {}};
    case strategy::publicApiKey:
      return {"allow.publicApiKey()", {}, {}};
    case strategy::custom:
      return {"allow.custom()", {}, {}};
    case strategy::resource:
      return {"allow.resource(...)", {}, {}};
    case strategy::all:
      return {"allow.all(...)", {}, {}};
  }
  return {};
}

/// The words that a context takes in `.to(...)`.
struct vocabulary {
  /// What one of them is, with its article: `no operation`.
  std::string_view no_such;
  const std::string_view* words;
  std::size_t count;
  /// The words as help lists them: `there are read and write`.
  std::string_view all;

  /// The position of the word, or `count`.
  constexpr std::size_t find(std::string_view word) const {
    std::size_t i = 0;
    while (i < count && words[i] != word)
      ++i;
    return i;
  }
};

/// Tells `fault(what, help)`, each a list of texts to put together, what is wrong with the words of
/// a rule. `limits` is how often `.to(...)` was called.
template <class Text, class Fault>
constexpr void check_words(
    const vocabulary& known, rule_text rule, unsigned limits, const Text* words, std::size_t count,
    Fault fault
) {
  if (limits > 1)
    return fault(
        {".to(...) is called twice on ", rule.before, rule.subject, rule.after},
        {"list everything in one call"}
    );
  if (limits == 1 && count == 0)
    return fault(
        {".to() permits nothing: ", rule.before, rule.subject, rule.after},
        {known.all, ", or remove the rule"}
    );
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view word = words[i];
    if (known.find(word) == known.count) {
      suggestion nearest(word);
      nearest.among(known.count, [&](std::size_t k) { return known.words[k]; });
      if (nearest.best().empty())
        fault({"`", word, "` is ", known.no_such}, {known.all});
      else
        fault({"`", word, "` is ", known.no_such}, {"did you mean `", nearest.best(), "`?"});
    }
    for (std::size_t j = 0; j < i; ++j)
      if (std::string_view(words[j]) == word) {
        fault({"`", word, "` is listed twice"}, {"remove one of the two"});
        break;
      }
  }
}

}  // namespace amplify::detail
