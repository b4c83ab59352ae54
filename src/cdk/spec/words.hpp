// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cdk/data.hpp"
#include "cdk/spec/format.hpp"

#include <string>
#include <string_view>

// How findings put things.

namespace amplify::cdk::spec {

/// `a list`, `true or false`
std::string name_of(std::string_view type);
/// JSON text, cut when it is long.
std::string shown(const detail::Data& data);
/// `at least 1`, `from 1 to 128`; one of the bounds must be there.
std::string text_of(const Bounds& bounds);

}  // namespace amplify::cdk::spec
