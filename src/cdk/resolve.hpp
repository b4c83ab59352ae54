// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cdk/plan.hpp"

namespace amplify::cdk {

/// What a value may refer to.
enum class Scope {
  everything,
  /// What is known before resources are made: parameters, mappings, conditions.
  parameters,
};

/// A value of `user` in the template of `stack`, without tokens; null when it is unset. References
/// to what is in other stacks connect these. Errors (recorded in the plan): those of `locate`;
/// `TokenNotAllowedError`.
const detail::Data* resolve(
    Plan& plan, StackPlan& stack, const detail::ConstructNode& user, const detail::Data* value,
    Scope scope = Scope::everything
);

/// Fills in the entries of the template that aren't resources. Errors (recorded in the plan): see
/// `Output`, `Parameter`, `Condition`, `Mapping` and `Rule`.
void resolve_entries(Plan& plan, StackPlan& stack);

}  // namespace amplify::cdk
