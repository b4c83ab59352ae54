// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "diff/difference.hpp"
#include "run/terminal.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace amplify::detail {

/// For people: the schema, the API, access, resources; empty parts are left out.
std::string diff_text(const diff::Difference& difference, const Terminal& terminal);

/// For machines; docs/changes.md tells the members.
nlohmann::ordered_json diff_json(const diff::Difference& difference);

}  // namespace amplify::detail
