// SPDX-License-Identifier: Apache-2.0
#include "run/failed_construct.hpp"

#include "cdk/inspect.hpp"
#include "cdk/node.hpp"

namespace amplify::detail {

Origin origin_of(const cdk::Construct& root, const DeployEvent& event) {
  Origin origin;
  for (const auto& resource : cdk::resources_in(root)) {
    const auto& node = cdk::detail::ConstructNode::of(resource);
    if (node.as<cdk::detail::ResourceData>()->type != event.type) continue;
    if (cdk::logical_id(resource) != event.logicalId) continue;
    if (!origin.path.empty()) return {};
    origin = {.path = node.path(), .source = node.source()};
  }
  return origin;
}

}  // namespace amplify::detail
