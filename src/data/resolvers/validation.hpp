// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/definition.hpp>

#include <string>

namespace amplify::appsync {

/// JavaScript: `validate(input)`, which refuses values that the model's fields don't take. Empty if
/// they take all.
std::string validation_function(const ir::Model& model);

}  // namespace amplify::appsync
