// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cdk/data.hpp"

#include <amplify/cdk/condition.hpp>

namespace amplify::cdk::detail {

/// A reference that becomes the name of a condition, where `Fn::If` and resources ask for that.
const Data* condition_name(const Condition& condition);

/// `Fn::FindInMap`; `mapping` is a name, or a reference to a mapping.
Any find_in_map(const Data* mapping, const Str& top, const Str& second, const Json& fallback);

}  // namespace amplify::cdk::detail
