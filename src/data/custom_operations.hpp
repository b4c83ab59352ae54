// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/definition.hpp>

#include <cstddef>
#include <string>
#include <string_view>

/// What follows from the user's own queries, mutations and subscriptions.
namespace amplify::appsync {

/// `Query`, `Mutation` or `Subscription`.
std::string_view root_type(ir::OperationType kind);

/// Whether functions handle it, as opposed to APPSYNC_JS code or a resolver added elsewhere, for
/// which AppSync itself checks who may call.
bool calls_functions(const ir::CustomOperation& operation);

/// The name of the function that handles a step, in `@function(name: …)`: the one that the user
/// gave, or `FnSayHello`, `FnSayHello2` and so on for a function by its definition.
std::string function_name(const ir::CustomOperation& operation, std::size_t step);

/// The schema with the type `EventInvocationResponse { success: Boolean! }` as the result of the
/// operations that have none, since their function isn't waited for. GraphQL has no fields without
/// a result.
ir::Definition with_event_response(ir::Definition definition);

}  // namespace amplify::appsync
