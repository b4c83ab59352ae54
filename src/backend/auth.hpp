// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/state.hpp"

#include <vector>

// Sign-in as part of a backend: what it gets from the rest, and what the rest gets from it.

namespace amplify::detail {

/// Makes the resources of a sign-in in `stack`.
Backend::State::Auth make_auth(
    Backend::State& state, const cdk::NestedStack& stack, const defineAuth& definition
);
Backend::State::ReferencedAuth make_auth(
    Backend::State& state, const cdk::NestedStack& stack, const referenceAuth& definition
);

/// The stack of the backend's sign-in; null when it has none.
cdk::NestedStack* auth_stack(Backend::State& state);

/// Names the parts of `amplify_outputs.json` that the sign-in sets.
void reserve_auth_outputs(Backend::State& state);

/// What is wrong with the sign-in in the deployment that is about to be synthesized.
std::vector<Diagnostic> auth_faults(const Backend::State& state);

}  // namespace amplify::detail
