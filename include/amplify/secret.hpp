// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/checked.hpp>

#include <string_view>

namespace amplify {

namespace detail {
struct secret_name_rule {
  static constexpr bool allows(std::string_view name) {
    for (const char c : name) {
      const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && c != '_' && c != '-' && c != '.') return false;
    }
    return !name.empty();
  }
  // clang-format off: the compilers print one line
  static constexpr void require(bool allowed) { if (!allowed) throw "InvalidSecretNameError: a secret's name has letters, digits, `_`, `-` and `.` alone"; }
  // clang-format on
};
}  // namespace detail

/// A secret by its name; its value never is in a template.
struct BackendSecret {
  CheckedText<detail::secret_name_rule> name{};
};

/// Refers to a secret of the deployment, which is a parameter of Systems Manager:
/// `/amplify/<project>/<deployment>/<name>`, or else, for all branches of the app,
/// `/amplify/shared/<app>/<name>`. `ampx sandbox secret set` and the Amplify console make them.
///
/// Errors (compile time): `InvalidSecretNameError`.
constexpr BackendSecret secret(CheckedText<detail::secret_name_rule> name) { return {name}; }

}  // namespace amplify
