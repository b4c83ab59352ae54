// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/allow/access_rule.hpp>
#include <amplify/auth/groups.hpp>
#include <amplify/auth/login.hpp>
#include <amplify/auth/multifactor.hpp>
#include <amplify/auth/password_policy.hpp>
#include <amplify/auth/reference.hpp>
#include <amplify/auth/resources.hpp>
#include <amplify/auth/senders.hpp>
#include <amplify/auth/triggers.hpp>
#include <amplify/auth/user_attributes.hpp>
#include <amplify/checked.hpp>
#include <amplify/function/rules.hpp>

#include <cstdint>
#include <optional>
#include <source_location>
#include <string_view>
#include <vector>

namespace amplify {

/// How users who forgot their password prove who they are. A phone that is their second factor
/// can't prove it; Cognito then takes what comes next.
enum class AccountRecovery : std::uint8_t {
  emailAndPhoneWithoutMfa,
  phoneWithoutMfaAndEmail,
  emailOnly,
  phoneOnlyWithoutMfa,
  /// Phone, else email, second factor or not.
  phoneAndEmail,
  /// Only an administrator can help them.
  none
};

/// What users are asked for first when they may sign in in several ways.
enum class Challenge : std::uint8_t { password, emailOtp, smsOtp, webAuthn };

struct PasswordlessOptions {
  std::optional<Challenge> preferredChallenge{};
};

/// Cognito's plans, which differ in price and features.
enum class FeaturePlan : std::uint8_t { lite, essentials, plus };

/// What Cognito does about sign-ins that look risky and passwords known to be stolen.
enum class ThreatProtection : std::uint8_t {
  noEnforcement,
  auditOnly,
  fullFunction,
};

struct AuthProps {
  /// Prefix of the construct's ids and name of the user pool. A change replaces the user pool.
  CheckedText<detail::resource_name_rule> name{};
  LoginWith loginWith{};
  Senders senders{};
  UserAttributes userAttributes{};
  Multifactor multifactor{};
  /// Default: by email where users sign in with it, else by phone.
  std::optional<AccountRecovery> accountRecovery{};
  /// The first has precedence 0, the highest: its role is that of users in several groups.
  std::vector<GroupName> groups{};
  PasswordlessOptions passwordlessOptions{};
  AuthTriggers triggers{};
  /// What functions may do with users: `.access = {allow.resource(fn).to("manageUsers")}`.
  std::vector<AccessRule> access{};
  PasswordPolicy passwordPolicy{};
  /// Default: Cognito's, which is essentials.
  std::optional<FeaturePlan> featurePlan{};
  /// Default: Cognito's, which is none.
  std::optional<ThreatProtection> standardThreatProtectionMode{};
  /// Whether Cognito refuses to delete the user pool. Default: yes, but for sandboxes.
  std::optional<bool> deletionProtection{};
  /// Whether user pool and identity pool stay when they leave the stack or the stack is deleted.
  /// Default: yes, but for sandboxes.
  std::optional<bool> retain{};
};

/// Defines sign-up and sign-in: a Cognito user pool with a client for web and mobile apps, and an
/// identity pool with a role for signed-in users and one for guests.
///
/// Called like a function: `const auto auth = defineAuth({.loginWith = {.email = true}});`
/// Errors (compile time): a constant text that breaks its rule. Errors (at synthesis): such a text
/// made at run time, and what doesn't go together: see docs/auth.md.
struct defineAuth {
  AuthProps props{};
  std::source_location where = std::source_location::current();
};

}  // namespace amplify
