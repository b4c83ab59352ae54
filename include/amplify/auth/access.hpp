// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/auth/text.hpp>
#include <amplify/function_ref.hpp>

#include <string_view>
#include <vector>

namespace amplify {

/// What a function may do with the users of the user pool.
struct AuthAccess {
  FunctionRef function{};
  /// Bundles: `manageUsers`, `manageGroups`, `manageGroupMembership`, `manageUserDevices`,
  /// `managePasswordRecovery`, `manageProviderForUser`; or single actions such as `listUsers`.
  std::vector<std::string_view> actions{};
};

}  // namespace amplify
