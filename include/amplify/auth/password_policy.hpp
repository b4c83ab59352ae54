// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

namespace amplify {

/// Which passwords users may choose.
struct PasswordPolicy {
  /// 6 to 99.
  int minLength = 8;
  bool requireNumbers = true;
  bool requireLowercase = true;
  bool requireUppercase = true;
  bool requireSymbols = true;
  /// How many earlier passwords can't be taken again, 0 to 24. Default: Cognito's, which is none.
  std::optional<int> passwordHistorySize{};
  /// Days after which a password from an administrator is no longer good, 1 to 365. Default:
  /// Cognito's, which is 7.
  std::optional<int> temporaryPasswordValidityDays{};
};

}  // namespace amplify
