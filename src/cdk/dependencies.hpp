// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cdk/plan.hpp"

#include <string>
#include <vector>

namespace amplify::cdk {

/// Turns dependencies between constructs into those between resources, or between root stacks.
void connect_dependencies(Plan& plan);

/// Finds resources of a template, and root stacks, that wait for each other. Errors (recorded in
/// the plan): `CyclicDependencyError`, with every use on the way around.
void check_cycles(Plan& plan);

/// What `DependsOn` must say, sorted: not what the properties imply already.
std::vector<std::string> depends_on(const ResourcePlan& resource);

}  // namespace amplify::cdk
