// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"
#include "run/terminal.hpp"

#include <string>

namespace amplify::detail {

/// What `check` prints: findings by kind, then how near the limits are; all limits, or those that
/// are nearest.
std::string check_text(const check::Result& result, const Terminal& terminal, bool all_limits);

/// The kinds of findings, as a table.
std::string check_list(const Terminal& terminal);

/// All about one kind.
std::string check_explanation(const check::Kind& kind, const Terminal& terminal);

}  // namespace amplify::detail
