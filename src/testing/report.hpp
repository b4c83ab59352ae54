// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "testing/matching.hpp"

#include <string>
#include <vector>

namespace amplify::assertions {

/// JSON of which only the places that differ are shown in full, each with what was expected:
///
///       {
///         "Runtime": "nodejs22.x",
///     !   "Timeout": 3   ← expected 10
///       }
std::string show(const json& actual, const std::vector<Failure>& failures);

/// `1 difference`, `2 differences`.
std::string counted(std::size_t count, std::string_view noun);

}  // namespace amplify::assertions
