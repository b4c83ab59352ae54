// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cdk/spec/format.hpp"

#include <cstddef>
#include <string_view>

namespace amplify::cdk::spec {

/// A resource type of spec/cloudformation.txt, not read yet: programs use few of them.
struct Entry {
  const char* type;
  const char* lines;
};
/// Sorted by type. Generated.
extern const Entry table[];
extern const std::size_t table_size;

/// What is known of a resource type; null when the specification doesn't have it. Lives as long as
/// the program.
const ResourceType* find(std::string_view type);

/// The known type that a misspelt one is nearest to; empty when none is near.
std::string_view nearest_type(std::string_view type);

}  // namespace amplify::cdk::spec
