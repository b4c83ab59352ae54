// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/value.hpp>

#include <functional>

namespace amplify::cdk {

/// A value that is asked for at synthesis, once for each place it stands in, so that it reflects
/// what was changed since. It may contain tokens; an unset result leaves the property out.
Any lazy(std::function<Json()> function);

}  // namespace amplify::cdk
