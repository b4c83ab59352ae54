// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/sdl/document.hpp"
#include "data/sdl/faults.hpp"

#include <amplify/schema/definition.hpp>

namespace amplify::sdl {

/// The document as a schema. What it says of Amplify Gen 1 becomes what Gen 2 has for it: keys of
/// relations that Gen 1 left out are fields, and `@manyToMany` is a model of its own.
ir::Definition lower(const Document& document, Faults& faults);

}  // namespace amplify::sdl
