// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/auth.hpp>
#include <amplify/cdk/resource_options.hpp>

namespace amplify::cognito {

/// What keeps the users' accounts unless the deployment is a sandbox, which removes everything.
inline cdk::ResourceOptions retention(const AuthProps& props) {
  const auto policy =
      props.retain.value_or(true) ? cdk::DeletionPolicy::retain : cdk::DeletionPolicy::delete_;
  return {.deletionPolicy = policy, .updateReplacePolicy = policy};
}

/// Keeps the resource in sandboxes too, when the definition says so.
inline void retain_everywhere(cdk::Resource resource, const AuthProps& props) {
  if (props.retain != true) return;
  resource.addOverride("DeletionPolicy", "Retain");
  resource.addOverride("UpdateReplacePolicy", "Retain");
}

}  // namespace amplify::cognito
