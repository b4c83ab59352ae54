// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace amplify::cdk {

/// Resources by name, as in `backend[data].cfnResources.tables["Note"]`. Iterates over pairs of
/// name and resource, by name.
class ResourceMap {
 public:
  using Entry = std::pair<std::string, Resource>;

  /// `what` names the map in errors, which are recorded against `scope`.
  ResourceMap(const Construct& scope, std::string what) : scope_(scope), what_(std::move(what)) {}

  /// Errors (at synthesis): `UnknownResourceError` for a name that isn't there; what comes back
  /// then is a stand-in.
  Resource operator[](std::string_view name) const;
  bool contains(std::string_view name) const;
  std::size_t size() const { return entries_.size(); }
  auto begin() const { return entries_.begin(); }
  auto end() const { return entries_.end(); }

  void add(std::string name, const Resource& resource);

 private:
  Construct scope_;
  std::string what_;
  std::vector<Entry> entries_;
};

}  // namespace amplify::cdk
