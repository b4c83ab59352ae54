// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/error.hpp>
#include <amplify/schema/definition.hpp>

#include <string_view>
#include <vector>

namespace amplify::sdl {

/// Reads a schema in GraphQL's language with Amplify's directives. Adds everything that is wrong
/// with it to `errors`, each with its line and column; the schema is then not to be used.
ir::Definition read(std::string_view text, std::vector<Diagnostic>& errors);

}  // namespace amplify::sdl
