// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cdk/data.hpp"

#include <optional>
#include <source_location>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::cdk::detail {

/// A change of one place in a resource, made last of all.
struct Override {
  /// From the resource's entry in the template down: `Properties`, `Tags`, `0`.
  std::vector<std::string> path{};
  /// Null removes what is there.
  const Data* value = nullptr;
  std::source_location where{};
};

/// Why a path leads nowhere.
struct OverrideFault {
  std::string message{};
  std::string help{};
};

/// The keys of `Tags.0.Key`; `\.` is a dot in a key.
std::vector<std::string> parse_path(std::string_view path);
std::string print_path(std::span<const std::string> path);

/// Whether a path from the resource's entry down can exist at all; the reason if not.
std::optional<OverrideFault> check_path(const Override& change);

/// `data` with the change made at the path below its first `depth` keys; null when nothing is left.
/// Objects are merged, everything else is replaced. With a fault, `data` as it was.
const Data* apply(
    const Data* data, const Override& change, std::size_t depth, std::optional<OverrideFault>& fault
);

}  // namespace amplify::cdk::detail
