// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <functional>

namespace amplify::diff {

/// Calls `visit(old, now)` for everything in either list, pairs by name; null where it is missing.
/// First what is there before, in that order, then what is new.
template <class List, class Name, class Visit>
void match(const List& before, const List& after, Name name, const Visit& visit) {
  const auto find = [&](const List& list, const auto& wanted) {
    const auto found = std::ranges::find(list, std::invoke(name, wanted), name);
    return found == list.end() ? nullptr : &*found;
  };
  for (const auto& old : before)
    visit(&old, find(after, old));
  for (const auto& now : after) {
    if (find(before, now) == nullptr) visit(nullptr, &now);
  }
}

}  // namespace amplify::diff
