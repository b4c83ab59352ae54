// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "testing/simulator/statement.hpp"

#include <optional>
#include <string>
#include <vector>

// Which policies of a deployment have a say.

namespace amplify::assertions {

/// A role's own: inline, managed, and those beside it.
std::vector<Policy> identity_policies(const Deployment& deployment, const Located& role);

/// None when the role has none.
std::optional<Policy> permissions_boundary(const Deployment& deployment, const Located& role);

Policy trust_policy(const Deployment& deployment, const Located& role);

/// Those of the resource that the ARN is of, or is a part of; roles' trust is none of them.
std::vector<Policy> resource_policies(const Deployment& deployment, const Text& arn);

/// What has a policy on the resource that isn't modelled; empty when nothing does.
std::string unmodelled_policy(const Deployment& deployment, const Text& arn);

/// The resource whose ARN it is, or begins with; none when it is in no template.
std::optional<Located> resource_of(const Deployment& deployment, const Text& arn);

}  // namespace amplify::assertions
