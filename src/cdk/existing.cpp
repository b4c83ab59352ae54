// SPDX-License-Identifier: Apache-2.0
#include "cdk/existing.hpp"

#include "cdk/node.hpp"

#include <utility>

namespace amplify::cdk {

void take_existing(const Resource& resource, std::function<std::optional<Existing>()> find) {
  detail::ConstructNode::of(resource).as<detail::ResourceData>()->existing = std::move(find);
}

}  // namespace amplify::cdk
