// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/synthesized.hpp"

#include <string>
#include <vector>

namespace amplify::check {

/// A statement of a policy in a resource's properties.
struct Statement {
  const Resource* resource = nullptr;
  const Json* json = nullptr;
  /// Of the document in the properties: `AssumeRolePolicyDocument`, `Policies.0.PolicyDocument`.
  std::string property{};

  bool allows() const;
  bool has_condition() const { return !at(*json, "Condition").is_null(); }
  /// In lower case, as IAM compares them; without those that are tokens.
  std::vector<std::string> actions() const;
  bool is_of_trust() const { return property == "AssumeRolePolicyDocument"; }
  /// Whether it is of what an identity may do, rather than of what may be done with a resource.
  bool is_of_identity() const;
  /// Whether `*` is among the resources.
  bool is_about_all() const;
  /// Whether `*` is among the principals.
  bool is_for_everybody() const;
};

/// Every statement of every policy, in order of the resources.
std::vector<Statement> statements(const Synthesized& made);

}  // namespace amplify::check
