// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/model_operations.hpp"
#include "data/resolvers/resolver.hpp"

#include <amplify/schema/definition.hpp>

#include <cstddef>
#include <string>

/// The JavaScript of what the user has called before and after generated operations.
namespace amplify::appsync {

/// Makes the resolver of a model's operation the function of a pipeline, between the hooks that the
/// model has around it. One without hooks stays as it is.
Resolver with_hooks(const ir::Model& model, const ModelOperation& operation, Resolver resolver);

/// What a function of Lambda's is called by in the model's hook of this number.
std::string hook_code(const ir::Model& model, std::size_t hook);

}  // namespace amplify::appsync
