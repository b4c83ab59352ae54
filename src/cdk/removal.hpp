// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cdk/plan.hpp"

#include <string_view>

namespace amplify::cdk {

/// The resource's `DeletionPolicy`; empty when nobody set one.
/// Errors (recorded in the plan): `UnsupportedRemovalPolicyError`.
std::string_view deletion_policy(Plan& plan, const ResourcePlan& resource);

}  // namespace amplify::cdk
