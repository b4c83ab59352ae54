// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plan/plan.hpp"
#include "run/terminal.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace amplify::detail {

/// For people: what happens, the worst first, then the stages if there are several.
std::string plan_text(const plan::Plan& plan, const Terminal& terminal);

/// For machines; docs/changes.md tells the members.
nlohmann::ordered_json plan_json(const plan::Plan& plan);

/// One line on a stage: `Post: add index postsByDay`.
std::string stage_text(const plan::Stage& stage);

}  // namespace amplify::detail
