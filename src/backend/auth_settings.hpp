// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/auth.hpp>

#include <span>
#include <string_view>

namespace amplify::detail {

/// An output that says how users sign in, read from the resources as they are. The definition tells
/// what no resource does, such as the order of providers.
struct AuthSetting {
  std::string_view output;
  cdk::Json (*value)(const AuthResources& auth, const AuthProps& props);
};

/// In the order in which the metadata lists them.
std::span<const AuthSetting> auth_settings();

}  // namespace amplify::detail
