// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cdk/plan.hpp"

namespace amplify::cdk {

/// How `consumer`'s template refers to something in any stack of the app. A value from another
/// stack comes up through outputs of nested stacks and down through their parameters. Errors
/// (recorded in the plan): `CrossStackReferenceError`.
Located locate(Plan& plan, StackPlan& consumer, const detail::Reference& reference, const Use& use);

/// Finds the values of everything in the app, and connects the stacks for that.
/// Errors (recorded in the plan): also `MissingOutputValueError`.
void resolve_values(Plan& plan);

}  // namespace amplify::cdk
