// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>
#include <amplify/cdk/iam/role.hpp>

#include <memory>
#include <string_view>
#include <vector>

namespace amplify::cdk::iam {

/// The policy that a resource has itself, made when the first statement comes.
class ResourcePolicy {
 public:
  /// `target` is the property of `type` that says whose policy it is, with its value.
  ResourcePolicy(
      const Construct& owner, std::string_view id, std::string_view type, std::string_view target,
      Json value
  );
  void add(PolicyStatement statement) const;
  /// What the policy is in; the owner while there is none.
  Construct construct() const;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

/// Gives a role the statement; or the resource, when the grantee is a principal.
void grant(
    const Construct& resource, const Grantee& grantee, PolicyStatement statement,
    const ResourcePolicy* policy = nullptr
);

/// No call without TLS.
PolicyStatement deny_without_tls(List<Str> actions, List<Str> resources);

/// The name that the CDK gives inline policies: the logical id.
Any policy_name(const Resource& policy);

}  // namespace amplify::cdk::iam
