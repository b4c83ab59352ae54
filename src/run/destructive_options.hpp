// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plan/plan.hpp"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace amplify::detail {

/// `--allow-destructive`: what may be lost.
struct DestructiveOptions {
  /// Models, fields and resources, as plans name them.
  std::vector<std::string> allowed{};

  void describe(CLI::App& command);
  /// Errors: UserError `DestructiveChangeError`, one for each step that isn't allowed.
  void check(const plan::Plan& plan) const;
};

}  // namespace amplify::detail
