// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/allow/access_rule.hpp>
#include <amplify/auth/addresses.hpp>
#include <amplify/auth/groups.hpp>

#include <source_location>
#include <string>
#include <vector>

namespace amplify {

/// A group of a user pool made elsewhere: `{"ADMINS", "arn:aws:iam::111122223333:role/admins"}`.
struct ReferencedGroup {
  GroupName name{};
  Arn roleArn{};
};

struct ReferenceAuthProps {
  /// Required, as everything but groups and access.
  std::string userPoolId{};
  std::string identityPoolId{};
  /// A client without a secret.
  std::string userPoolClientId{};
  /// The identity pool's role of signed-in users.
  Arn authRoleArn{};
  /// The identity pool's role of guests.
  Arn unauthRoleArn{};
  /// Those that rules name.
  std::vector<ReferencedGroup> groups{};
  /// What functions may do with users: `.access = {allow.resource(fn).to("manageUsers")}`.
  std::vector<AccessRule> access{};
};

/// Uses a user pool and an identity pool that were made elsewhere, in place of `defineAuth`.
///
/// When it is deployed, a function looks at them: it gives the outputs their values, and stops the
/// deployment when the parts don't belong together.
/// Errors (at synthesis): `InvalidReferenceAuthError` for a value that is missing or of the wrong
/// form.
struct referenceAuth {
  ReferenceAuthProps props{};
  std::source_location where = std::source_location::current();
};

}  // namespace amplify
