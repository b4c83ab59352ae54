// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/access.hpp"

#include <amplify/storage.hpp>

#include <vector>

namespace amplify::bucket {

/// The access rules of a definition as plain data. Faults of single rules go to `faults`, and leave
/// the rule out.
std::vector<PathRules> access_of(const defineStorage& storage, std::vector<Diagnostic>& faults);

/// Every fault of a definition that can be known from it alone.
std::vector<Diagnostic> check(const defineStorage& storage);

/// Faults of the definitions of one backend together: names and the default.
std::vector<Diagnostic> check_together(const std::vector<const defineStorage*>& storages);

/// The functions that the bucket's events call.
std::vector<const defineFunction*> called_functions(const StorageProps& props);

/// The bucket that clients use when they name none; null if there are none.
const defineStorage* default_of(const std::vector<const defineStorage*>& storages);

}  // namespace amplify::bucket
