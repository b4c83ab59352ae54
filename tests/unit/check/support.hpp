// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

#include <amplify/define_backend.hpp>

#include <set>
#include <string>
#include <string_view>

namespace amplify::testing {

inline const BackendIdentifier a_branch{
    .space = "d1abc", .name = "main", .type = DeploymentType::branch
};

/// The kinds of findings that nobody acknowledged.
inline std::set<std::string> found(
    const Backend& backend, const BackendIdentifier& identifier = a_branch
) {
  std::set<std::string> ids;
  for (const auto& finding : check::check(backend, identifier).findings) {
    if (finding.acknowledged.empty()) ids.insert(finding.id);
  }
  return ids;
}

/// A backend of next to nothing, with resources of one's own in a stack.
class Extended {
 public:
  Backend backend = defineBackend(queue());
  cdk::NestedStack stack = backend.createStack("extra");

  cdk::Resource add(std::string_view id, std::string_view type, std::string_view properties) {
    return {stack, id, type, cdk::Json::parse(properties)};
  }

  Backend take() { return std::move(backend); }

 private:
  static const defineQueue& queue() {
    static const auto queue = defineQueue({.name = "jobs"});
    return queue;
  }
};

/// A backend with one resource more.
inline Backend with(std::string_view type, std::string_view properties) {
  Extended extended;
  extended.add("Subject", type, properties);
  return extended.take();
}

}  // namespace amplify::testing
