// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>
#include <amplify/cdk/iam/statement.hpp>

#include <concepts>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::cdk::iam {

class Grantee;

struct InlinePolicy {
  std::string name{};
  PolicyDocument document{};
};

struct RoleProps {
  /// Who may assume the role. Required.
  std::vector<Principal> assumedBy{};
  /// The physical name. Default: CloudFormation makes one.
  Str roleName{};
  std::string description{};
  std::string path{};
  /// ARNs; `ManagedPolicy::fromAwsManagedPolicyName()` gives those of AWS.
  std::vector<Str> managedPolicies{};
  std::vector<InlinePolicy> inlinePolicies{};
  /// The ARN of a managed policy that limits what the role may do.
  Str permissionsBoundary{};
  /// In seconds, from 3,600 to 43,200. Default: 3,600.
  Int maxSessionDuration{};
};

/// An IAM role. What is granted to it goes to a policy beside it, made when the first grant comes,
/// so that a role never waits for what it may use.
///
/// Statements are merged. What exceeds the 10,240 characters that IAM takes inline goes to managed
/// policies `OverflowPolicy1` and so on.
class Role : public Construct {
 public:
  /// Errors (at synthesis): `InvalidRoleError` without `assumedBy`.
  Role(
      const Construct& scope, std::string_view id, RoleProps props,
      std::source_location where = std::source_location::current()
  );
  /// A role that is in the app as a plain resource, such as Amplify's of signed-in users. Grants go
  /// to policies in `scope`.
  static Role fromResource(
      const Construct& scope, std::string_view id, const Resource& role,
      std::source_location where = std::source_location::current()
  );
  /// A role that is made elsewhere, or in another stack of the app, by its name. Grants go to
  /// policies in `scope`.
  static Role fromRoleName(
      const Construct& scope, std::string_view id, Any name,
      std::source_location where = std::source_location::current()
  );

  /// Not of a role by its name.
  Resource resource() const;
  Any roleArn() const;
  Any roleName() const;

  /// Until synthesis. Errors (at synthesis): see PolicyStatement.
  void addToPolicy(PolicyStatement statement) const;
  /// Lets a further principal assume the role. Only for roles made by the constructor.
  void addToAssumeRolePolicy(PolicyStatement statement) const;
  /// Attaches a managed policy by its ARN. Only for roles made by the constructor.
  void addManagedPolicy(Str arn) const;

  /// `iam:PassRole`.
  void grantPassRole(const Grantee& grantee) const;
  /// `sts:AssumeRole`; the role's trust must allow it too.
  void grantAssumeRole(const Grantee& grantee) const;

 private:
  struct State;
  Role(const Construct& construct, std::shared_ptr<State> state);
  std::shared_ptr<State> state_;
};

/// A construct that acts by a role: a function, say.
template <class T>
concept HasRole = requires(const T& target) {
  { target.role() } -> std::convertible_to<Role>;
};

/// Who gets what `grant*` gives: a role, what has a role, or a principal, where the resource can
/// have a policy of its own.
class Grantee {
 public:
  Grantee(const Role& role) : role_(std::make_shared<const Role>(role)) {}
  template <HasRole T>
  Grantee(const T& target) : Grantee(Role(target.role())) {}
  Grantee(Principal principal) : principal_(std::move(principal)) {}

  /// Null when it is a principal.
  const Role* role() const { return role_.get(); }
  const Principal& principal() const { return principal_; }

 private:
  std::shared_ptr<const Role> role_;
  Principal principal_{};
};

}  // namespace amplify::cdk::iam
