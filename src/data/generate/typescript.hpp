// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/generate/statements.hpp"

#include <string>
#include <vector>

namespace amplify::generate {

/// `API.ts`: the types that statements use, their variables and their results. Byte for byte what
/// Amplify's generator writes.
std::string typescript_types(const Document& document, const std::vector<Statement>& statements);

}  // namespace amplify::generate
