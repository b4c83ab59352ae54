// SPDX-License-Identifier: Apache-2.0
#include "auth/access.hpp"
#include "auth/checks.hpp"

#include <initializer_list>
#include <string>

namespace amplify::cognito {
namespace {

using Pieces = std::initializer_list<std::string_view>;

std::string joined(Pieces pieces) {
  std::string text;
  for (const std::string_view piece : pieces)
    text += piece;
  return text;
}

void check_rule(const AccessRule& rule, Faults& faults) {
  const auto add = [&](const char* code, std::string message, std::string help) {
    faults.add(code, ".access", std::move(message), std::move(help));
  };
  if (rule.who != detail::strategy::resource || rule.claims) {
    add("InvalidResourceAccessConfigError", rule.text() + " is no rule about functions",
        "write allow.resource(fn).to(\"manageUsers\")");
  } else if (rule.words.empty()) {
    add("EmptyPolicyError", rule.text() + " lets the function do nothing",
        "name actions, as in .to(\"manageUsers\"), or remove the rule");
  } else {
    detail::check_words(
        access_vocabulary, {rule.text(), {}, {}}, rule.limits, rule.words.data(), rule.words.size(),
        [&](Pieces what, Pieces help) {
          add("InvalidResourceAccessConfigError", joined(what), joined(help));
        }
    );
  }
}

}  // namespace

void check_access(const std::vector<AccessRule>& rules, Faults& faults) {
  for (const AccessRule& rule : rules)
    check_rule(rule, faults);
}

}  // namespace amplify::cognito
