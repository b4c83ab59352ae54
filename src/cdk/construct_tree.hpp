// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cdk/data.hpp"
#include "cdk/plan.hpp"

namespace amplify::cdk {

/// The construct tree as tools show it: every construct with its kind, and resources with what the
/// template has of them. The templates must be printed.
const detail::Data* construct_tree(Plan& plan);

}  // namespace amplify::cdk
