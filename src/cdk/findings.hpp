// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cdk/plan.hpp"

#include <amplify/cdk/finding.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::cdk {

/// Checks a resource's entry of a template, whose file is `file`, against the specification. What
/// it finds is recorded in the plan.
void check_resource(
    Plan& plan, const ResourcePlan& resource, const detail::Data& entry, const std::string& file
);

/// Checks what `Fn::GetAtt` is asked for. Recorded in the plan: `UnknownAttributeWarning`.
void check_attribute(
    Plan& plan, const detail::ConstructNode& user, const detail::Reference& reference
);

/// Whether `backend check` looks for findings of this kind rather than synthesis: their ids end in
/// `Risk` or `Limit`.
bool is_of_check(std::string_view id);

/// The findings with who acknowledged them, sorted by place, and a warning for each acknowledgement
/// of nothing whose kind `looked_for` takes.
std::vector<Finding> acknowledged(
    const detail::Tree& tree, std::vector<PlannedFinding> findings,
    const std::function<bool(std::string_view id)>& looked_for
);

/// The findings of a plan and those that users added, with who acknowledged them, sorted by place.
/// Errors that nobody acknowledged are moved to the plan's errors.
std::vector<Finding> take_findings(Plan& plan);

}  // namespace amplify::cdk
