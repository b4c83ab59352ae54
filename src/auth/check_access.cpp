// SPDX-License-Identifier: Apache-2.0
#include "auth/access.hpp"
#include "auth/checks.hpp"

#include <fmt/format.h>

namespace amplify::cognito {

void check_access(const std::vector<AuthAccess>& rules, Faults& faults) {
  for (const AuthAccess& rule : rules) {
    if (rule.actions.empty()) {
      faults.add(
          "EmptyPolicyError", ".access", "a rule lets its function do nothing",
          "name actions, as in .to(\"manageUsers\"), or remove the rule"
      );
    }
    for (const std::string_view action : rule.actions) {
      if (!iam_actions(action).empty()) continue;
      faults.add(
          "InvalidResourceAccessConfigError", ".access",
          fmt::format("`{}` is no action on users", action),
          "write one of docs/auth.md, such as \"manageUsers\" or \"listUsers\""
      );
    }
  }
}

}  // namespace amplify::cognito
