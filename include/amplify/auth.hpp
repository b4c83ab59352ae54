// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/stack.hpp>
#include <amplify/toggle.hpp>

#include <optional>
#include <source_location>
#include <string>

namespace amplify {

/// Sign-in with an email address and a password. Cognito mails a code that proves the address.
struct EmailLogin {
  /// Subject of that mail. Default: "Verify your new account".
  std::optional<std::string> verificationEmailSubject{};
};

/// How users sign in. At least one way has to be on.
struct LoginWith {
  Toggle<EmailLogin> email{};
};

struct AuthProps {
  LoginWith loginWith{};
};

/// Defines sign-up and sign-in: a Cognito user pool with a client for web and mobile apps, and an
/// identity pool with a role for signed-in users and one for guests.
///
/// Called like a function: `const auto auth = defineAuth({.loginWith = {.email = true}});`
/// Errors (at synthesis): `MissingLoginMethodError`.
struct defineAuth {
  AuthProps props{};
  std::source_location where = std::source_location::current();
};

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

}  // namespace amplify
