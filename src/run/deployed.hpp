// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "diff/snapshot.hpp"
#include "run/aws.hpp"

#include <optional>
#include <string>

namespace amplify::detail {

/// What a stack and those nested in it were deployed from; none if there is no such stack.
std::optional<diff::Snapshot> deployed_snapshot(const Aws& aws, const std::string& stack);

}  // namespace amplify::detail
