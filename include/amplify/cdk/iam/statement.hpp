// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/value.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace amplify::cdk::iam {

enum class Effect { allow, deny };

/// Who may do something, or assume a role. Made by the structs below.
struct Principal {
  /// `AWS`, `Service` or `Federated`.
  std::string type{};
  Str id{};
  /// Joins the conditions of every statement that names the principal.
  Json conditions{};
  /// What a principal of this kind calls to assume a role.
  std::string assumeRoleAction = "sts:AssumeRole";
};

/// An AWS service: `ServicePrincipal("lambda.amazonaws.com")`.
struct ServicePrincipal : Principal {
  ServicePrincipal(Str service) : Principal{.type = "Service", .id = service} {}
};

/// A user or role by its ARN.
struct ArnPrincipal : Principal {
  ArnPrincipal(Str arn) : Principal{.type = "AWS", .id = arn} {}
};

/// An account, whose administrators then decide who in it.
struct AccountPrincipal : Principal {
  AccountPrincipal(Str account_id);
};

/// Users of an identity provider, such as `cognito-identity.amazonaws.com`, under conditions.
struct FederatedPrincipal : Principal {
  FederatedPrincipal(
      Str provider, Json when, std::string_view action = "sts:AssumeRoleWithWebIdentity"
  )
      : Principal{
            .type = "Federated",
            .id = provider,
            .conditions = when,
            .assumeRoleAction = std::string(action)
        } {}
};

/// Everyone, strangers included.
struct AnyPrincipal : Principal {
  AnyPrincipal() : Principal{.type = "AWS", .id = "*"} {}
};

/// One statement of a policy.
///
/// Errors (at synthesis): `InvalidPolicyStatementError` when it lacks what its policy needs, or has
/// what it can't have.
struct PolicyStatement {
  /// Default: none. A statement that has one is never merged with another.
  std::string sid{};
  Effect effect = Effect::allow;
  /// For policies of resources and for trust; roles' own policies have none.
  std::vector<Principal> principals{};
  List<Str> actions{};
  /// All actions but these, in place of `actions`.
  List<Str> notActions{};
  List<Str> resources{};
  /// All resources but these, in place of `resources`.
  List<Str> notResources{};
  /// By operator and key: `{"StringEquals": {"aws:SourceAccount": …}}`.
  Json conditions{};
};

/// The statements of a policy.
struct PolicyDocument {
  std::vector<PolicyStatement> statements{};

  /// The document as CloudFormation takes it. Statements that say the same but for their actions,
  /// resources or principals become one; lists are sorted and have no element twice.
  Json toJson() const;
};

}  // namespace amplify::cdk::iam
