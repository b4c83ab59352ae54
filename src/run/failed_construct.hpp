// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/deploy_failure.hpp"

#include <amplify/cdk/construct.hpp>

#include <source_location>
#include <string>

namespace amplify::detail {

/// What of the program a resource of CloudFormation's comes from.
struct Origin {
  /// The construct's path.
  std::string path{};
  /// The user's line; `line() == 0` when unknown.
  std::source_location source{};
};

/// Of the resource that an event is about: the one construct below `root` with its type and logical
/// id. Empty when there is none, or several in different stacks. After synthesis, which gives
/// resources their ids.
Origin origin_of(const cdk::Construct& root, const DeployEvent& event);

}  // namespace amplify::detail
