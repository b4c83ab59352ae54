// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// How Amplify puts names together.
namespace amplify::ir {

/// The first letter as a capital, the rest as it is.
std::string capitalized(std::string_view name);
/// The first letter as a small letter, the rest as it is.
std::string uncapitalized(std::string_view name);

/// The name of an index that got none: `postsByStatusAndDate`.
std::string index_name(
    std::string_view model, std::string_view partition_key,
    const std::vector<std::string>& sort_keys
);

}  // namespace amplify::ir
