// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "testing/simulator/context.hpp"

namespace amplify::assertions {

/// Whether a request fulfils the `Condition` of a statement: all keys of all operators.
Verdict conditions_hold(
    const Deployment& deployment, const Scope& scope, const json& conditions, Variables variables,
    const Context& context
);

}  // namespace amplify::assertions
