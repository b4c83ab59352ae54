// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/state.hpp"

#include <vector>

// Buckets as part of a backend: what they get from the rest, and what the rest gets from them.

namespace amplify::detail {

/// Makes the resources of one definition in `stack`.
Backend::State::Storage make_storage(
    Backend::State& state, const cdk::NestedStack& stack, const defineStorage& storage
);

/// Makes the buckets of a backend, and reports what is wrong with their definitions.
void make_storages(Backend::State& state, const std::vector<const defineStorage*>& storages);

/// Names the parts of `amplify_outputs.json` that buckets set.
void reserve_storage_outputs(Backend::State& state);

}  // namespace amplify::detail
