// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "diff/snapshot.hpp"
#include "run/aws.hpp"

#include <optional>
#include <string>

namespace amplify::detail {

/// What a stack and those nested in it were deployed from; none if there is no such stack.
std::optional<diff::Snapshot> deployed_snapshot(const Aws& aws, const std::string& stack);

/// Of the stack that `cdk bootstrap` made; none where it has not been run.
std::optional<int> bootstrap_version(const Aws& aws);

}  // namespace amplify::detail
