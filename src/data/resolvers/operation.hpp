// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/definition.hpp>

#include <cstddef>
#include <string>

/// The JavaScript of the user's own operations.
namespace amplify::appsync {

/// Stands for the API's id in the code of a resolver, which only the deployment knows.
inline constexpr const char* api_id_mark = "<API_ID>";

/// Whether one unit resolver serves the operation: a single function, called once.
bool is_single_call(const ir::CustomOperation& operation);

/// The resolver: the only one of a single call; otherwise what comes before and after the steps.
std::string operation_code(const ir::CustomOperation& operation);

/// A step of a chain of functions.
std::string step_code(const ir::CustomOperation& operation, std::size_t step);

}  // namespace amplify::appsync
