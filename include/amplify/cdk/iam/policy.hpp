// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>
#include <amplify/cdk/iam/role.hpp>
#include <amplify/cdk/iam/statement.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::cdk::iam {

struct ManagedPolicyProps {
  std::vector<PolicyStatement> statements{};
  /// The physical name. Default: CloudFormation makes one.
  Str managedPolicyName{};
  std::string description{};
  std::string path{};
  /// Roles that get it.
  std::vector<Role> roles{};
};

/// A policy of its own that several roles share.
class ManagedPolicy : public Construct {
 public:
  /// Errors (at synthesis): `InvalidPolicyStatementError`; `PolicySizeError` beyond 6,144
  /// characters; `EmptyPolicyError` without statements.
  ManagedPolicy(
      const Construct& scope, std::string_view id, ManagedPolicyProps props = {},
      std::source_location where = std::source_location::current()
  );
  /// The ARN of a policy that AWS manages: `service-role/AWSLambdaBasicExecutionRole`.
  static Any fromAwsManagedPolicyName(std::string_view name);

  Resource resource() const { return resource_; }
  Any managedPolicyArn() const { return resource_.ref(); }
  void addStatements(PolicyStatement statement) const;
  void attachToRole(const Role& role) const;

 private:
  struct State;
  std::shared_ptr<State> state_;
  Resource resource_;
};

struct PolicyProps {
  std::vector<PolicyStatement> statements{};
  /// Default: made from the path.
  std::string policyName{};
  /// Roles that get it. Required, here or by `attachToRole()`.
  std::vector<Role> roles{};
};

/// An inline policy beside its roles, in a stack of its own choice.
class Policy : public Construct {
 public:
  /// Errors (at synthesis): `InvalidPolicyStatementError`; `PolicySizeError` beyond 10,240
  /// characters; `EmptyPolicyError` without statements or roles.
  Policy(
      const Construct& scope, std::string_view id, PolicyProps props,
      std::source_location where = std::source_location::current()
  );

  Resource resource() const { return resource_; }
  void addStatements(PolicyStatement statement) const;
  void attachToRole(const Role& role) const;

 private:
  struct State;
  std::shared_ptr<State> state_;
  Resource resource_;
};

}  // namespace amplify::cdk::iam
