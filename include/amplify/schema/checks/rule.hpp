// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/detail/suggestion.hpp>
#include <amplify/schema/checks/finding.hpp>
#include <amplify/schema/detail/meta.hpp>
#include <amplify/schema/rules.hpp>

#include <cstddef>
#include <string_view>

namespace amplify::detail {

constexpr rule_text text_of(const model_rule& rule) {
  const auto& meta = rule.meta;
  return text_of(meta.who, meta.subject.empty() ? meta.provider : meta.subject, 0);
}

/// The rules of one model.
class rules_check {
 public:
  constexpr rules_check(const model_meta& model, findings& found) : model_(model), found_(found) {}

  constexpr void rule(const model_rule& rule) {
    strategy_of(rule);
    check_words(
        model_operations, text_of(rule), rule.meta.limits, rule.words, rule.word_count,
        [&](pieces what, pieces help) { fault(what, help); }
    );
    reading(rule);
  }

  /// AppSync would let either of the two decide.
  constexpr void unequal(const model_rule& one, const model_rule& other) {
    const auto text = text_of(one);
    if (one.meta.who == other.meta.who && one.meta.provider == other.meta.provider)
      fault(
          {text.before, text.subject, text.after, " is listed twice"},
          {"keep one and list its operations in .to(...)"}
      );
  }

 private:
  constexpr void fault(pieces what, pieces help) {
    found_.add({model_.name.text, ".authorization"}, what, help);
  }

  constexpr void strategy_of(const model_rule& rule) {
    const auto& meta = rule.meta;
    const auto text = text_of(rule);
    switch (meta.who) {
      case strategy::owner:
        if (!meta.provider.empty() || meta.identity_claims > 0) unknown(text);
        break;
      case strategy::authenticated:
        if (!meta.provider.empty() && meta.provider != "userPools" &&
            meta.provider != "identityPool")
          fault(
              {"`", meta.provider, "` is no provider of allow.authenticated"},
              {"write `userPools` or `identityPool`"}
          );
        break;
      case strategy::guest:
      case strategy::publicApiKey:
        break;
      default:
        unknown(text);
    }
  }
  constexpr void unknown(rule_text text) {
    fault(
        {text.before, text.subject, text.after, " is no rule of a model"},
        {"use allow.owner(), allow.authenticated(), allow.guest() or allow.publicApiKey()"}
    );
  }

  constexpr void reading(const model_rule& rule) {
    if (!rule.permits(ir::Operation::read)) return;
    for (auto part :
         {ir::Operation::get, ir::Operation::list, ir::Operation::sync, ir::Operation::listen,
          ir::Operation::search})
      if (rule.permits(part)) {
        const auto text = operation_names[static_cast<std::size_t>(part)];
        fault({"`read` includes `", text, "`"}, {"remove `", text, "` or `read`"});
      }
  }

  const model_meta& model_;
  findings& found_;
};

}  // namespace amplify::detail
