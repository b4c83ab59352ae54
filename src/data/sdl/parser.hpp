// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/sdl/document.hpp"

#include <amplify/error.hpp>

#include <string_view>
#include <vector>

namespace amplify::sdl {

/// `schema:3:9`, the place of an error.
std::string place(Position at);

/// Reads a document of types, inputs, enums and their extensions. What GraphQL has besides becomes
/// an error that says what to use, and so does what is no GraphQL; reading goes on with the next
/// definition.
Document parse(std::string_view text, std::vector<Diagnostic>& errors);

}  // namespace amplify::sdl
