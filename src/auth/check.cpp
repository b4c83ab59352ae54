// SPDX-License-Identifier: Apache-2.0
#include "auth/auth.hpp"
#include "auth/checks.hpp"
#include "auth/user_pool.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

namespace amplify::cognito {
namespace {

constexpr const char* passwordless_error = "InvalidPasswordlessConfigError";

/// Whether there is a provider with which users can sign in.
bool has_provider(const ExternalProviders& external) {
  return external.google.given || external.facebook.given || external.loginWithAmazon.given ||
         external.signInWithApple.given || !external.oidc.empty() || !external.saml.empty();
}

void check_login(const LoginWith& login, Faults& faults) {
  if (login.email.isOn() || login.phone.isOn() || has_provider(login.externalProviders)) return;
  faults.add(
      "MissingLoginMethodError", "", "loginWith names no way to sign in",
      "write .loginWith = {.email = true}, or .phone, or .externalProviders with a provider"
  );
}

void check_verification(const EmailLogin& email, Faults& faults) {
  const std::string_view body = email.verificationEmailBody.view();
  const bool is_link = email.verificationEmailStyle == VerificationEmailStyle::link;
  if (body.empty()) return;
  if (is_link && !detail::has_link(body)) {
    faults.add(
        construct_error, ".loginWith.email.verificationEmailBody",
        "the mail is to have a link, and has no place for it",
        "write `{link}` or `{link:its text}` where it goes"
    );
  } else if (!is_link && !detail::has(body, "{code}")) {
    faults.add(
        construct_error, ".loginWith.email.verificationEmailBody",
        "the mail is to have a code, and has no place for it",
        "write `{code}` where it goes; for a link, .verificationEmailStyle = "
        "VerificationEmailStyle::link"
    );
  }
}

void check_invitation(const LoginWith& login, Faults& faults) {
  // Without passwords, there is nothing to tell.
  if (is_passwordless(login)) return;
  const UserInvitation& invitation = login.email.options().userInvitation;
  const auto check = [&](std::string_view place, const auto& message) {
    if (message.empty() || detail::has(message.view(), "{code}")) return;
    faults.add(
        construct_error, fmt::format(".loginWith.email.userInvitation.{}", place),
        "the invitation has no place for the first password", "write `{code}` where it goes"
    );
  };
  check("emailBody", invitation.emailBody);
  check("smsMessage", invitation.smsMessage);
}

/// As `preferredChallenge` is written.
std::string_view name(Challenge challenge) {
  switch (challenge) {
    case Challenge::password:
      return "password";
    case Challenge::emailOtp:
      return "emailOtp";
    case Challenge::smsOtp:
      return "smsOtp";
    case Challenge::webAuthn:
      return "webAuthn";
  }
  return {};
}

/// What turns the challenge on; empty when it is on.
std::string_view missing_for(Challenge challenge, const LoginWith& login) {
  const bool has_email_otp = login.email.isOn() && login.email.options().otpLogin;
  const bool has_sms_otp = login.phone.isOn() && login.phone.options().otpLogin;
  if (challenge == Challenge::emailOtp && !has_email_otp)
    return ".email = EmailLogin{.otpLogin = true}";
  if (challenge == Challenge::smsOtp && !has_sms_otp)
    return ".phone = PhoneLogin{.otpLogin = true}";
  if (challenge == Challenge::webAuthn && !login.webAuthn.isOn()) return ".webAuthn = true";
  return {};
}

void check_passwordless(const AuthProps& props, Faults& faults) {
  const LoginWith& login = props.loginWith;
  if (login.webAuthn.isOn() && !login.email.isOn() && !login.phone.isOn()) {
    faults.add(
        passwordless_error, ".loginWith.webAuthn",
        "users add passkeys to an account, and there is no way to make one",
        "add .email or .phone to loginWith"
    );
  }
  if (is_passwordless(login) && props.multifactor.mode == MultifactorMode::required) {
    faults.add(
        passwordless_error, ".multifactor",
        "Cognito doesn't let users sign in without a password where a second factor is required",
        "write .mode = MultifactorMode::optional, or remove .otpLogin and .webAuthn"
    );
  }
  if (is_passwordless(login) && props.featurePlan == FeaturePlan::lite) {
    faults.add(
        passwordless_error, ".featurePlan", "sign-in without a password is not in the lite plan",
        "write FeaturePlan::essentials"
    );
  }
  if (const auto challenge = props.passwordlessOptions.preferredChallenge) {
    const std::string_view missing = missing_for(*challenge, login);
    if (missing.empty()) return;
    faults.add(
        construct_error, ".passwordlessOptions.preferredChallenge",
        fmt::format("{} is preferred, and users can't sign in with it", name(*challenge)),
        fmt::format("add {} to loginWith", missing)
    );
  }
}

void check_multifactor(const AuthProps& props, Faults& faults) {
  const Multifactor& multifactor = props.multifactor;
  const bool has_factor = multifactor.totp || multifactor.sms.isOn() || multifactor.email;
  const auto add = [&](const char* message, const char* help) {
    faults.add(construct_error, ".multifactor", message, help);
  };
  if (multifactor.mode == MultifactorMode::off) {
    if (has_factor) {
      add("there are second factors, and the mode is off",
          "write .mode = MultifactorMode::optional or MultifactorMode::required");
    }
    return;
  }
  if (!has_factor)
    add("there is no second factor", "add .totp = true, .sms = true or .email = true");
  if (has_factor && props.loginWith.phone.isOn() && !multifactor.sms.isOn()) {
    add("where users sign in by phone, text messages have to be a second factor",
        "add .sms = true");
  }
  if (!multifactor.email) return;
  if (!std::holds_alternative<SesSender>(props.senders.email)) {
    add("codes by mail need a sender of your own",
        "add .senders = {.email = SesSender{.fromEmail = \"…\"}}");
  }
  if (props.featurePlan == FeaturePlan::lite)
    add("codes by mail are not in the lite plan", "write .featurePlan = FeaturePlan::essentials");
}

void check_custom_sender(std::string_view place, const CustomSender* sender, Faults& faults) {
  if (sender == nullptr || sender->handler.get() != nullptr) return;
  faults.add(construct_error, place, "the sender has no function", "add .handler");
}

void check_senders(const Senders& senders, Faults& faults) {
  if (const auto* const ses = std::get_if<SesSender>(&senders.email)) {
    if (ses->fromEmail.empty()) {
      faults.add(
          construct_error, ".senders.email", "the sender has no address",
          "add .fromEmail, an address that is verified in Amazon SES"
      );
    }
  }
  if (const auto* const sns = std::get_if<SnsSender>(&senders.sms)) {
    if (sns->externalId.empty() != sns->snsCallerArn.empty()) {
      faults.add(
          construct_error, ".senders.sms",
          "a role of your own needs the ID that its trust asks for",
          "write both .snsCallerArn and .externalId, or neither"
      );
    }
  }
  const auto* const email = std::get_if<CustomSender>(&senders.email);
  const auto* const sms = std::get_if<CustomSender>(&senders.sms);
  check_custom_sender(".senders.email", email, faults);
  check_custom_sender(".senders.sms", sms, faults);
  if (email != nullptr && sms != nullptr && !email->kmsKeyArn.empty() && !sms->kmsKeyArn.empty() &&
      email->kmsKeyArn.view() != sms->kmsKeyArn.view()) {
    faults.add(
        construct_error, ".senders", "the two senders have different keys, a user pool has one",
        "write the same .kmsKeyArn, or leave it out of one"
    );
  }
}

void check_groups(const std::vector<GroupName>& groups, Faults& faults) {
  std::set<std::string_view> seen;
  for (const GroupName& group : groups) {
    if (seen.insert(group.view()).second) continue;
    faults.add(
        construct_error, ".groups", fmt::format("the group `{}` is there twice", group.view()),
        "name each group once"
    );
  }
}

void check_range(
    Faults& faults, std::string_view place, std::optional<int> value, int least, int most
) {
  if (!value || (*value >= least && *value <= most)) return;
  faults.add(
      construct_error, fmt::format(".passwordPolicy.{}", place),
      fmt::format("{} is out of range", *value), fmt::format("write {} to {}", least, most)
  );
}

void check_plan(const AuthProps& props, Faults& faults) {
  const PasswordPolicy& passwords = props.passwordPolicy;
  check_range(faults, "minLength", passwords.minLength, 6, 99);
  check_range(faults, "passwordHistorySize", passwords.passwordHistorySize, 0, 24);
  check_range(
      faults, "temporaryPasswordValidityDays", passwords.temporaryPasswordValidityDays, 0, 365
  );
  if (passwords.passwordHistorySize && props.featurePlan == FeaturePlan::lite) {
    faults.add(
        construct_error, ".passwordPolicy.passwordHistorySize",
        "earlier passwords are not kept in the lite plan",
        "write .featurePlan = FeaturePlan::essentials"
    );
  }
  const auto& protection = props.standardThreatProtectionMode;
  if (protection && *protection != ThreatProtection::noEnforcement &&
      props.featurePlan != FeaturePlan::plus) {
    faults.add(
        construct_error, ".standardThreatProtectionMode",
        "threat protection is in the plus plan alone", "add .featurePlan = FeaturePlan::plus"
    );
  }
}

}  // namespace

std::vector<Diagnostic> check(const defineAuth& auth) {
  const AuthProps& props = auth.props;
  Faults faults("defineAuth", auth.where);
  check_texts(props, faults);
  check_login(props.loginWith, faults);
  if (props.loginWith.email.isOn()) {
    check_verification(props.loginWith.email.options(), faults);
    check_invitation(props.loginWith, faults);
  }
  check_passwordless(props, faults);
  check_providers(props, faults);
  check_senders(props.senders, faults);
  check_attributes(props.userAttributes, faults);
  check_multifactor(props, faults);
  check_groups(props.groups, faults);
  check_plan(props, faults);
  check_access(props.access, faults);
  return faults.take();
}

}  // namespace amplify::cognito
