// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cdk/plan.hpp"

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

namespace amplify::cdk {

/// The property that holds the tags of this type; empty when there is none.
std::string_view tags_property(std::string_view type);

/// Tags of constructs, by key.
class Tags {
 public:
  using Map = std::map<std::string, std::string, std::less<>>;

  /// All tags that hold at a construct: its own and those from above.
  const Map& at(const detail::ConstructNode& node) { return set_at(node).tags; }

  /// `properties` with the tags of the resource that they are for.
  const detail::Data* add_to(const detail::Data* properties, const ResourcePlan& resource);

 private:
  /// Most resources share their tags, so the values are made once for each set.
  struct Set {
    Map tags{};
    const detail::Data* list = nullptr;
    const detail::Data* map = nullptr;
    const detail::Data* auto_scaling = nullptr;
  };
  Set& set_at(const detail::ConstructNode& node);

  std::unordered_map<const detail::ConstructNode*, Set> own_{};
};

}  // namespace amplify::cdk
