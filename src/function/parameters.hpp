// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace amplify::functions {

/// Where a deployment keeps values as parameters of Systems Manager, by their name. Known at
/// synthesis.
struct ParameterPaths {
  using Path = std::function<std::string(std::string_view name)>;
  /// Of a secret of the deployment.
  Path secret{};
  /// Of a secret of all branches of the app.
  Path sharedSecret{};
  /// Of what one definition tells the functions of another.
  Path reference{};
};

}  // namespace amplify::functions
