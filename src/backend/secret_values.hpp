// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/state.hpp"

#include <amplify/secret.hpp>

#include <optional>
#include <set>
#include <string>

namespace amplify::detail {

/// The values of secrets, for resources of one stack that take them as texts alone. A custom
/// resource reads them while the backend is deployed, so that templates have none of them.
///
/// It reads them when the set of names changes, or the CDK's context entry `secretLastUpdated`.
class SecretValues {
 public:
  /// `state` has to outlive the values.
  SecretValues(const Backend::State& state, const cdk::NestedStack& stack)
      : state_(&state), stack_(stack) {}

  cdk::Any of(const BackendSecret& secret);

 private:
  cdk::lambda::Function reader() const;
  cdk::Resource make() const;

  const Backend::State* state_;
  cdk::NestedStack stack_;
  std::set<std::string> names_{};
  std::optional<cdk::Resource> resource_{};
};

}  // namespace amplify::detail
