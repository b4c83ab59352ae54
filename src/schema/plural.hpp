// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace amplify::ir {

/// The English plural of a model's name, by the rules of the npm package `pluralize`, which names
/// Amplify's list queries: `Post` → `Posts`, `Category` → `Categories`, `Person` → `People`.
std::string plural(std::string_view word);

}  // namespace amplify::ir
