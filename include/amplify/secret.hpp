// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace amplify {

/// A value that is set per deployment, outside the program.
struct BackendSecret {
  std::string_view name{};
};

/// The secret of a name.
constexpr BackendSecret secret(const char* name) { return {name}; }

}  // namespace amplify
