// SPDX-License-Identifier: Apache-2.0
#include "cdk/inheritance.hpp"

#include "cdk/node.hpp"

namespace amplify::cdk {

using detail::ConstructNode;

RestoredInheritance::RestoredInheritance(const Construct& construct)
    : construct_(construct),
      tags_(ConstructNode::of(construct).tags),
      policy_(ConstructNode::of(construct).removal_policy) {}

RestoredInheritance::~RestoredInheritance() {
  auto& node = ConstructNode::of(construct_);
  node.tags.swap(tags_);
  node.removal_policy = policy_;
}

}  // namespace amplify::cdk
