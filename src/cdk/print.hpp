// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cdk/data.hpp"

#include <string>

namespace amplify::cdk {

/// JSON text of a value without tokens. Indented by one space, or minified.
std::string print(const detail::Data& data, bool indent = false);

}  // namespace amplify::cdk
