// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/rule.hpp"

#include <span>

// The rules by what they are about, a file each.

namespace amplify::check {

/// Who may do what with the API.
std::span<const Rule> api_rules();
/// Limits of functions and risks in them.
std::span<const Rule> function_rules();
/// HTTP and REST APIs.
std::span<const Rule> http_rules();
/// What IAM policies permit.
std::span<const Rule> policy_rules();
/// What guards data: encryption, backups, networks, logs.
std::span<const Rule> protection_rules();
std::span<const Rule> sign_in_rules();
std::span<const Rule> storage_rules();

}  // namespace amplify::check
