// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace amplify::cdk {

/// What CloudFormation does with the real resource: on `delete_` it is gone.
enum class DeletionPolicy : std::uint8_t {
  /// As CloudFormation has it for the type.
  unset,
  delete_,
  retain,
  retainExceptOnCreate,
  snapshot,
};

/// What a resource has besides properties.
struct ResourceOptions {
  /// When it leaves the template. A removal policy on a construct around it wins.
  DeletionPolicy deletionPolicy = DeletionPolicy::unset;
  /// When an update replaces it. A removal policy on a construct around it wins.
  DeletionPolicy updateReplacePolicy = DeletionPolicy::unset;
};

}  // namespace amplify::cdk
