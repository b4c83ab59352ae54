// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/sdl/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace amplify::diff {

/// What a change of the API means for clients that were made for the API before.
enum class Criticality {
  /// A request that was valid isn't any more.
  breaking,
  /// A request stays valid, but its answer may hold what the client doesn't expect.
  dangerous,
  safe
};
std::string_view name_of(Criticality criticality);

struct ApiChange {
  Criticality criticality = Criticality::safe;
  /// As graphql-js calls it, where it has a name for it: `FIELD_REMOVED`.
  std::string_view change{};
  /// `Post`, `Post.title`, `Query.getPost(id)`
  std::string path{};
  std::string message{};
};

/// Compares two schemas as graphql-js's `findBreakingChanges` and `findDangerousChanges` do; the
/// other changes are safe. Breaking ones come first.
std::vector<ApiChange> api_changes(const sdl::Document& before, const sdl::Document& after);

}  // namespace amplify::diff
