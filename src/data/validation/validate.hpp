// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/error.hpp>
#include <amplify/schema/definition.hpp>

#include <vector>

namespace amplify::appsync {

/// Everything that is wrong with a schema, by the rules that the compiler holds a constant schema
/// to. `where` is the place in the schema: `Todo`, `Todo.title`, `Query.echo`.
std::vector<Diagnostic> validate(const ir::Definition& definition);

}  // namespace amplify::appsync
