// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cdk/node.hpp"

namespace amplify::cdk {

/// Lets the aspects visit what they haven't seen yet. Errors (recorded): `EndlessAspectError`.
void run_aspects(detail::Tree& tree);

}  // namespace amplify::cdk
