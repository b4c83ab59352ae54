// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/auth.hpp"

#include <string>
#include <string_view>

namespace amplify::cognito {

/// Where the constructs of a `defineAuth` go, and what each of its parts needs.
struct Scope {
  const AuthProps& props;
  const Context& context;
  cdk::Construct construct;
  std::source_location where;

  /// Ids start with the definition's name, as Amplify's do: logical ids come from them.
  std::string id(std::string_view text) const {
    return std::string(props.name.view()) + std::string(text);
  }
};

/// What a text says to CloudFormation; unset when it isn't set.
template <class Rule>
cdk::Str value(const CheckedText<Rule>& text) {
  return text.empty() ? cdk::Str() : cdk::Str(text.view());
}

template <class Rule>
cdk::List<cdk::Str> values(const std::vector<CheckedText<Rule>>& texts) {
  if (texts.empty()) return {};
  std::vector<cdk::Str> found;
  for (const auto& text : texts)
    found.push_back(value(text));
  return found;
}

}  // namespace amplify::cognito
