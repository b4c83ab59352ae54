// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/state.hpp"

#include <vector>

// APIs as part of a backend: what they get from the rest, and what clients get from them.

namespace amplify::detail {

/// The APIs that a backend was given, of each kind.
struct ApiDefinitions {
  std::vector<const defineHttpApi*> http{};
  std::vector<const defineRestApi*> rest{};
};

/// Tells the functions that APIs call them. Before any is made.
void note_api_calls(Backend::State& state, const ApiDefinitions& apis);

/// Makes the resources of one definition in `stack`.
Backend::State::HttpApi make_api(
    Backend::State& state, const cdk::NestedStack& stack, const defineHttpApi& api
);
Backend::State::RestApi make_api(
    Backend::State& state, const cdk::NestedStack& stack, const defineRestApi& api
);

/// Makes the APIs of a backend, and reports what is wrong with their definitions.
void make_apis(Backend::State& state, const ApiDefinitions& apis);

/// What Amplify's clients know of the APIs, as `API.REST` of their configuration: by name, as
/// `custom.API` of `amplify_outputs.json`.
void add_api_outputs(Backend::State& state);

}  // namespace amplify::detail
