// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/error.hpp>
#include <amplify/function.hpp>
#include <amplify/messaging.hpp>

#include <functional>
#include <string>

// Queues, topics and streams, and who may use them.

namespace amplify::messaging {

/// What they need of the rest of a backend.
struct Surroundings {
  /// Takes faults.
  std::function<void(Diagnostic)> report{};
  std::function<FunctionResources(const defineFunction&)> function{};
};

/// Makes the resources of a definition, and grants what its rules say.
///
/// They refer to no other stack: functions refer to them. So no two stacks wait for each other,
/// whoever sends and whoever is called.
QueueResources build(
    const cdk::NestedStack& stack, const defineQueue& definition, const Surroundings& surroundings
);
TopicResources build(
    const cdk::NestedStack& stack, const defineTopic& definition, const Surroundings& surroundings
);
StreamResources build(
    const cdk::NestedStack& stack, const defineStream& definition, const Surroundings& surroundings
);

/// How errors call a definition: `defineQueue "orders"`.
std::string place(const defineQueue& definition);
std::string place(const defineTopic& definition);
std::string place(const defineStream& definition);

}  // namespace amplify::messaging
