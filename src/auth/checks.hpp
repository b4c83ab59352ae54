// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/faults.hpp"

#include <amplify/auth.hpp>

namespace amplify::cognito {

/// Amplify's name for what its auth construct refuses.
inline constexpr const char* construct_error = "AmplifyAuthConstructInitializationError";

/// Holds every text of the definition against its rule.
void check_texts(const AuthProps& props, Faults& faults);

void check_providers(const AuthProps& props, Faults& faults);

void check_attributes(const UserAttributes& attributes, Faults& faults);

void check_access(const std::vector<AccessRule>& rules, Faults& faults);

}  // namespace amplify::cognito
