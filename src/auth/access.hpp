// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/auth.hpp"

#include <amplify/allow/words.hpp>

#include <string>
#include <vector>

namespace amplify::cognito {

/// What rules of `access` may permit.
extern const detail::vocabulary access_vocabulary;

/// A user pool that functions get access to.
struct AccessedPool {
  cdk::Construct construct;
  cdk::Str id;
  cdk::Str arn;
  /// By which functions find its ID.
  std::string variable;
};

/// Grants what the rules say.
void grant_access(
    const std::vector<AccessRule>& rules, const AccessedPool& pool, const Context& context
);

}  // namespace amplify::cognito
