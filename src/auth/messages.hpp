// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/value.hpp>
#include <amplify/checked.hpp>

#include <string>
#include <string_view>

namespace amplify::cognito {

/// A message with Cognito's placeholders: `{code}` becomes `{####}`, `{link:here}` `{##here##}`.
std::string with_placeholders(std::string_view message);

/// As Cognito takes it; unset when it isn't set.
template <class Rule>
cdk::Str message(const CheckedText<Rule>& text) {
  return text.empty() ? cdk::Str() : cdk::Str(with_placeholders(text.view()));
}

}  // namespace amplify::cognito
