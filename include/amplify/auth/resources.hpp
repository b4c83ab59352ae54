// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/resource_map.hpp>
#include <amplify/cdk/stack.hpp>

#include <optional>

namespace amplify {

/// Every resource of a `defineAuth` as CloudFormation knows it, to override what no option sets.
struct AuthCfnResources {
  /// `AWS::Cognito::UserPool`
  cdk::Resource userPool;
  /// `AWS::Cognito::UserPoolClient`
  cdk::Resource userPoolClient;
  /// `AWS::Cognito::IdentityPool`
  cdk::Resource identityPool;
  /// `AWS::Cognito::IdentityPoolRoleAttachment`
  cdk::Resource identityPoolRoleAttachment;
  /// `AWS::IAM::Role` of signed-in users.
  cdk::Resource authenticatedUserIamRole;
  /// `AWS::IAM::Role` of guests.
  cdk::Resource unauthenticatedUserIamRole;
  /// `AWS::Cognito::UserPoolGroup` by group.
  cdk::ResourceMap userPoolGroups;
  /// `AWS::IAM::Role` of the users of a group, by group.
  cdk::ResourceMap groupRoles;
  /// `AWS::Cognito::UserPoolIdentityProvider` by name: `Google`, `Facebook`, `LoginWithAmazon`,
  /// `SignInWithApple` and the names of OIDC and SAML providers.
  cdk::ResourceMap identityProviders;
  /// `AWS::Cognito::UserPoolDomain`; none without external providers.
  std::optional<cdk::Resource> userPoolDomain{};
  /// `AWS::IAM::Role` with which Cognito sends text messages; none when it sends none, or has
  /// yours.
  std::optional<cdk::Resource> smsRole{};
  /// `AWS::KMS::Key` for custom senders; none without them, or with a key of yours.
  std::optional<cdk::Resource> customSenderKey{};
};

/// What `backend[auth]` reaches: the resources of a `defineAuth`.
struct AuthResources {
  cdk::NestedStack stack;
  /// `AWS::Cognito::UserPool`
  cdk::Resource userPool;
  /// `AWS::Cognito::UserPoolClient`
  cdk::Resource userPoolClient;
  /// `AWS::Cognito::IdentityPool`
  cdk::Resource identityPool;
  /// `AWS::Cognito::IdentityPoolRoleAttachment`
  cdk::Resource identityPoolRoleAttachment;
  /// `AWS::IAM::Role` of signed-in users.
  cdk::Resource authenticatedUserIamRole;
  /// `AWS::IAM::Role` of guests.
  cdk::Resource unauthenticatedUserIamRole;
  AuthCfnResources cfnResources;
};

/// What `backend[auth]` reaches of a `referenceAuth`: its resources are made elsewhere.
struct ReferenceAuthResources {
  cdk::NestedStack stack;
  cdk::Str userPoolId;
  cdk::Str userPoolClientId;
  cdk::Str identityPoolId;
  /// ARNs.
  cdk::Str authenticatedUserIamRole;
  cdk::Str unauthenticatedUserIamRole;
  /// The `Custom::AmplifyRefAuth` that looks the user pool up when it is deployed. `getAtt` of an
  /// output's name gives its value.
  cdk::Resource configuration;
};

}  // namespace amplify
