// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/resource_map.hpp>

#include "cdk/inspect.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace amplify::cdk {

Resource ResourceMap::operator[](std::string_view name) const {
  const auto found = std::ranges::find(entries_, name, &Entry::first);
  if (found != entries_.end()) return found->second;
  std::string names;
  for (const auto& entry : entries_)
    names += (names.empty() ? "" : ", ") + entry.first;
  add_error(
      scope_, "UnknownResourceError", fmt::format("{} has no `{}`", what_, name),
      names.empty() ? "there are none" : "it has " + names
  );
  return Resource(
      scope_, fmt::format("unknown{}", scope_.children().size()), "AWS::Unknown::Unknown"
  );
}

bool ResourceMap::contains(std::string_view name) const {
  return std::ranges::find(entries_, name, &Entry::first) != entries_.end();
}

void ResourceMap::add(std::string name, const Resource& resource) {
  const auto place = std::ranges::lower_bound(entries_, name, {}, &Entry::first);
  entries_.emplace(place, std::move(name), resource);
}

}  // namespace amplify::cdk
