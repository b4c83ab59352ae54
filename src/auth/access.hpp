// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/auth.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace amplify::cognito {

/// The IAM actions that a word of `access` stands for; none when it is no such word.
std::vector<std::string_view> iam_actions(std::string_view action);

/// Every word of `access`.
std::vector<std::string_view> access_words();

/// A user pool that functions get access to.
struct AccessedPool {
  cdk::Construct construct;
  cdk::Str id;
  cdk::Str arn;
  /// By which functions find its ID.
  std::string variable;
};

/// Grants what the rules say, by policies in the stack of the pool's construct.
void grant_access(
    const std::vector<AuthAccess>& rules, const AccessedPool& pool, const Context& context,
    std::source_location where
);

}  // namespace amplify::cognito
