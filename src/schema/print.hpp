// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/definition.hpp>

#include <string>

namespace amplify::ir {

/// The schema as indented JSON, with the names that `ir` has for everything. What is empty, false
/// or by default is left out; functions that the backend defines are numbered.
std::string print(const Definition& definition);

}  // namespace amplify::ir
