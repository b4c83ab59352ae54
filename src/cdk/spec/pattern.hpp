// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace amplify::cdk::spec {

/// Whether the regular expression, in JavaScript's syntax, matches somewhere in the text. Nothing
/// when that can't be told: the expression is of another syntax, takes too long, or the text isn't
/// UTF-8. `pattern` must live as long as the program, which keeps it compiled.
std::optional<bool> matches(std::string_view pattern, std::string_view text);

}  // namespace amplify::cdk::spec
