// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/state.hpp"

// Queues, topics and streams as part of a backend, and the functions that they call.

namespace amplify::detail {

/// The resources of a definition, made when it is first asked for.
QueueResources& resources_of(Backend::State& state, const defineQueue& queue);
TopicResources& resources_of(Backend::State& state, const defineTopic& topic);
StreamResources& resources_of(Backend::State& state, const defineStream& stream);

/// Connects every function of the backend with its events. After all of them are made.
void connect_events(Backend::State& state);

}  // namespace amplify::detail
