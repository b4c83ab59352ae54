// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/definition.hpp>

#include <string>

namespace amplify::appsync {

/// The `model_introspection` of `amplify_outputs.json`, from which Amplify's clients build their
/// typed API. JSON text.
std::string model_introspection(const ir::Definition& definition);

}  // namespace amplify::appsync
