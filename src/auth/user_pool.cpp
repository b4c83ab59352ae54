// SPDX-License-Identifier: Apache-2.0
#include "auth/user_pool.hpp"

#include "auth/attributes.hpp"
#include "auth/messages.hpp"
#include "auth/retention.hpp"
#include "auth/triggers.hpp"

#include <amplify/cfn/cognito.hpp>

#include <string_view>
#include <utility>

namespace amplify::cognito {
namespace {

using cdk::Construct;
using cdk::Int;
using cdk::List;
using cdk::Obj;
using cdk::Str;
using cfn::cognito::UserPool;

constexpr std::string_view code_message = "The verification code to your new account is {####}";
constexpr std::string_view link_message = "Verify your account by clicking on {##Verify Email##}";
constexpr std::string_view verification_subject = "Verify your new account";

template <class T>
Int optional_int(const std::optional<T>& number) {
  return number ? Int(*number) : Int();
}

/// The first that is set.
Str either(Str value, std::string_view otherwise) { return value.isSet() ? value : Str(otherwise); }

/// `email` and `phone_number`, as far as users sign in with them.
List<Str> addresses(const LoginWith& login) {
  std::vector<Str> found;
  if (login.email.isOn()) found.emplace_back("email");
  if (login.phone.isOn()) found.emplace_back("phone_number");
  return found.empty() ? List<Str>() : List<Str>(found);
}

bool only_external(const LoginWith& login) { return !login.email.isOn() && !login.phone.isOn(); }

AccountRecovery account_recovery(const AuthProps& props) {
  if (props.accountRecovery) return *props.accountRecovery;
  if (only_external(props.loginWith)) return AccountRecovery::none;
  return props.loginWith.email.isOn() ? AccountRecovery::emailOnly
                                      : AccountRecovery::phoneOnlyWithoutMfa;
}

/// Cognito's names for what proves who forgot a password, the preferred one first.
std::vector<std::string_view> recovery_mechanisms(AccountRecovery recovery) {
  switch (recovery) {
    case AccountRecovery::emailAndPhoneWithoutMfa:
      return {"verified_email", "verified_phone_number"};
    case AccountRecovery::phoneWithoutMfaAndEmail:
      return {"verified_phone_number", "verified_email"};
    case AccountRecovery::emailOnly:
      return {"verified_email"};
    case AccountRecovery::phoneOnlyWithoutMfa:
      return {"verified_phone_number"};
    case AccountRecovery::none:
      return {"admin_only"};
    case AccountRecovery::phoneAndEmail:
      break;  // what Cognito does when nothing is said
  }
  return {};
}

Obj<UserPool::AccountRecoverySetting> recovery_setting(const AuthProps& props) {
  std::vector<UserPool::RecoveryOption> options;
  for (const auto name : recovery_mechanisms(account_recovery(props)))
    options.push_back({.name = name, .priority = options.size() + 1});
  if (options.empty()) return {};
  return UserPool::AccountRecoverySetting{.recoveryMechanisms = options};
}

UserPool::AdminCreateUserConfig admin_create_user(const LoginWith& login) {
  UserPool::AdminCreateUserConfig config{.allowAdminCreateUserOnly = only_external(login)};
  if (!login.email.isOn() || !login.email.options().userInvitation.given) return config;
  const UserInvitation& invitation = login.email.options().userInvitation;
  config.inviteMessageTemplate = UserPool::InviteMessageTemplate{
      .emailMessage = message(invitation.emailBody),
      .emailSubject = value(invitation.emailSubject),
      .smsMessage = message(invitation.smsMessage),
  };
  return config;
}

/// The words with which an address is proved. The user pool has those of codes twice.
void add_verification(UserPool::Props& pool, const LoginWith& login) {
  const EmailLogin email = login.email.isOn() ? login.email.options() : EmailLogin{};
  const PhoneLogin phone = login.phone.isOn() ? login.phone.options() : PhoneLogin{};
  const Str subject = either(value(email.verificationEmailSubject), verification_subject);
  const Str body = message(email.verificationEmailBody);
  const Str sms = either(message(phone.verificationMessage), code_message);
  UserPool::VerificationMessageTemplate words{.smsMessage = sms};
  if (email.verificationEmailStyle == VerificationEmailStyle::link) {
    words.defaultEmailOption = "CONFIRM_WITH_LINK";
    words.emailMessageByLink = either(body, link_message);
    words.emailSubjectByLink = subject;
  } else {
    words.defaultEmailOption = "CONFIRM_WITH_CODE";
    words.emailMessage = either(body, code_message);
    words.emailSubject = subject;
    pool.emailVerificationMessage = words.emailMessage;
    pool.emailVerificationSubject = subject;
  }
  pool.smsVerificationMessage = sms;
  pool.verificationMessageTemplate = words;
}

void add_multifactor(UserPool::Props& pool, const Multifactor& multifactor) {
  if (multifactor.mode == MultifactorMode::off) return;
  std::vector<Str> factors;
  if (multifactor.sms.isOn()) {
    factors.emplace_back("SMS_MFA");
    pool.smsAuthenticationMessage = message(multifactor.sms.options().smsMessage);
  }
  if (multifactor.totp) factors.emplace_back("SOFTWARE_TOKEN_MFA");
  if (multifactor.email) factors.emplace_back("EMAIL_OTP");
  pool.enabledMfas = factors;
  pool.mfaConfiguration = multifactor.mode == MultifactorMode::required ? "ON" : "OPTIONAL";
}

UserPool::Policies policies(const AuthProps& props) {
  const PasswordPolicy& passwords = props.passwordPolicy;
  UserPool::Policies policies{
      .passwordPolicy =
          UserPool::PasswordPolicy{
              .minimumLength = passwords.minLength,
              .passwordHistorySize = optional_int(passwords.passwordHistorySize),
              .requireLowercase = passwords.requireLowercase,
              .requireNumbers = passwords.requireNumbers,
              .requireSymbols = passwords.requireSymbols,
              .requireUppercase = passwords.requireUppercase,
              .temporaryPasswordValidityDays =
                  optional_int(passwords.temporaryPasswordValidityDays),
          },
  };
  if (const auto factors = first_factors(props.loginWith); !factors.empty())
    policies.signInPolicy = UserPool::SignInPolicy{.allowedFirstAuthFactors = factors};
  return policies;
}

void add_passkeys(UserPool::Props& pool, const Scope& scope) {
  if (!scope.props.loginWith.webAuthn.isOn()) return;
  const WebAuthnLogin& passkeys = scope.props.loginWith.webAuthn.options();
  const bool is_automatic = passkeys.relyingPartyId.view() == "AUTO";
  pool.webAuthnRelyingPartyId =
      is_automatic ? Str(scope.context.relyingPartyId) : value(passkeys.relyingPartyId);
  pool.webAuthnUserVerification =
      passkeys.userVerification == UserVerification::required ? "required" : "preferred";
}

Str feature_plan(std::optional<FeaturePlan> plan) {
  if (!plan) return {};
  switch (*plan) {
    case FeaturePlan::lite:
      return "LITE";
    case FeaturePlan::essentials:
      return "ESSENTIALS";
    case FeaturePlan::plus:
      return "PLUS";
  }
  return {};
}

Obj<UserPool::UserPoolAddOns> threat_protection(std::optional<ThreatProtection> mode) {
  if (!mode) return {};
  const auto add_ons = [](Str name) {
    return UserPool::UserPoolAddOns{.advancedSecurityMode = name};
  };
  switch (*mode) {
    case ThreatProtection::noEnforcement:
      return add_ons("OFF");
    case ThreatProtection::auditOnly:
      return add_ons("AUDIT");
    case ThreatProtection::fullFunction:
      return add_ons("ENFORCED");
  }
  return {};
}

Str deletion_protection(const Scope& scope) {
  const auto& wanted = scope.props.deletionProtection;
  if (!wanted) return scope.context.deletionProtection;
  return *wanted ? "ACTIVE" : "INACTIVE";
}

}  // namespace

bool is_passwordless(const LoginWith& login) { return !first_factors(login).empty(); }

std::vector<Str> first_factors(const LoginWith& login) {
  std::vector<Str> factors{"PASSWORD"};
  if (login.email.isOn() && login.email.options().otpLogin) factors.emplace_back("EMAIL_OTP");
  if (login.phone.isOn() && login.phone.options().otpLogin) factors.emplace_back("SMS_OTP");
  if (login.webAuthn.isOn()) factors.emplace_back("WEB_AUTHN");
  if (factors.size() == 1) factors.clear();
  return factors;
}

cdk::Resource user_pool(
    const Scope& scope, const Construct& construct, const SenderResources& senders
) {
  const AuthProps& props = scope.props;
  const List<Str> addresses = cognito::addresses(props.loginWith);
  UserPool::Props pool{
      .accountRecoverySetting = recovery_setting(props),
      .adminCreateUserConfig = admin_create_user(props.loginWith),
      .autoVerifiedAttributes = addresses,
      .deletionProtection = deletion_protection(scope),
      .emailConfiguration = senders.email,
      .lambdaConfig = lambda_config(scope, senders.keyArn),
      .policies = policies(props),
      .smsConfiguration = senders.sms,
      .usernameAttributes = addresses,
      .usernameConfiguration = UserPool::UsernameConfiguration{.caseSensitive = false},
      .userPoolAddOns = threat_protection(props.standardThreatProtectionMode),
      .userPoolName = value(props.name),
      .userPoolTier = feature_plan(props.featurePlan),
  };
  if (auto attributes = schema(props); !attributes.empty()) pool.schema = attributes;
  if (addresses.isSet()) {
    pool.userAttributeUpdateSettings = UserPool::UserAttributeUpdateSettings{
        .attributesRequireVerificationBeforeUpdate = addresses
    };
  }
  add_verification(pool, props.loginWith);
  add_multifactor(pool, props.multifactor);
  add_passkeys(pool, scope);
  return UserPool{construct, "Resource", pool, retention(props), scope.where};
}

}  // namespace amplify::cognito
