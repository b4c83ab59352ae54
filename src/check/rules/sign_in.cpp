// SPDX-License-Identifier: Apache-2.0
#include "check/rules/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace amplify::check {
namespace {

using Visit = void (*)(const Resource& resource, Report& report);

void each(const Subject& subject, Report& report, std::string_view type, Visit visit) {
  for (const Resource* const resource : subject.made.of_type(type))
    visit(*resource, report);
}

void find_no_mfa(const Subject& subject, Report& report) {
  each(subject, report, "AWS::Cognito::UserPool", [](const Resource& pool, Report& out) {
    const Json& mfa = pool["MfaConfiguration"];
    if (mfa.is_null() || mfa == "OFF")
      out.add(pool, "a stolen password is enough to sign in", "MfaConfiguration");
  });
}

void find_sms_only(const Subject& subject, Report& report) {
  each(subject, report, "AWS::Cognito::UserPool", [](const Resource& pool, Report& out) {
    const auto factors = elements(pool["EnabledMfas"]);
    if (factors.size() == 1 && *factors.front() == "SMS_MFA")
      out.add(pool, "who takes over a phone number gets the codes", "EnabledMfas");
  });
}

void find_weak_passwords(const Subject& subject, Report& report) {
  each(subject, report, "AWS::Cognito::UserPool", [](const Resource& pool, Report& out) {
    constexpr int short_without_kinds = 12;
    constexpr int least = 8;
    const Json& policy = pool["Policies.PasswordPolicy"];
    if (policy.is_null()) return;  // Cognito's, which asks for eight of all kinds
    const Json& length = at(policy, "MinimumLength");
    if (!length.is_number()) return;
    int kinds = 0;
    for (const auto* kind :
         {"RequireLowercase", "RequireNumbers", "RequireSymbols", "RequireUppercase"})
      kinds += is_true(at(policy, kind)) ? 1 : 0;
    const int minimum = length.get<int>();
    if (minimum >= short_without_kinds || (minimum >= least && kinds >= 3)) return;
    out.add(
        pool,
        fmt::format("passwords of {} characters will do, of {} kinds of them", minimum, kinds),
        "Policies.PasswordPolicy"
    );
  });
}

void find_long_invitations(const Subject& subject, Report& report) {
  each(subject, report, "AWS::Cognito::UserPool", [](const Resource& pool, Report& out) {
    constexpr int most = 30;
    const Json& days = pool["Policies.PasswordPolicy.TemporaryPasswordValidityDays"];
    if (days.is_number() && days.get<int>() > most)
      out.add(
          pool, fmt::format("a password that was sent is good for {} days", days.get<int>()),
          "Policies.PasswordPolicy.TemporaryPasswordValidityDays"
      );
  });
}

void find_user_enumeration(const Subject& subject, Report& report) {
  each(subject, report, "AWS::Cognito::UserPoolClient", [](const Resource& client, Report& out) {
    if (client["PreventUserExistenceErrors"] != "ENABLED")
      out.add(client, "errors tell who has an account", "PreventUserExistenceErrors");
  });
}

void find_kept_tokens(const Subject& subject, Report& report) {
  each(subject, report, "AWS::Cognito::UserPoolClient", [](const Resource& client, Report& out) {
    if (is_false(client["EnableTokenRevocation"]))
      out.add(client, "signing out everywhere leaves tokens good", "EnableTokenRevocation");
  });
}

void find_password_flows(const Subject& subject, Report& report) {
  each(subject, report, "AWS::Cognito::UserPoolClient", [](const Resource& client, Report& out) {
    for (const Json* const flow : elements(client["ExplicitAuthFlows"])) {
      if (*flow == "ALLOW_USER_PASSWORD_AUTH" || *flow == "USER_PASSWORD_AUTH")
        out.add(client, "clients may send passwords as they are", "ExplicitAuthFlows");
    }
  });
}

void find_implicit_flows(const Subject& subject, Report& report) {
  each(subject, report, "AWS::Cognito::UserPoolClient", [](const Resource& client, Report& out) {
    for (const Json* const flow : elements(client["AllowedOAuthFlows"])) {
      if (*flow == "implicit")
        out.add(client, "tokens are in addresses, which browsers keep", "AllowedOAuthFlows");
    }
  });
}

/// Whether a text is the address of a page on the developer's computer.
bool is_local(const Json& url) {
  if (!url.is_string()) return false;
  const auto& text = url.get_ref<const std::string&>();
  return text.starts_with("http://localhost") || text.starts_with("http://127.0.0.1") ||
         text.starts_with("https://localhost");
}

void find_local_redirects(const Subject& subject, Report& report) {
  each(subject, report, "AWS::Cognito::UserPoolClient", [](const Resource& client, Report& out) {
    for (const auto* property : {"CallbackURLs", "LogoutURLs"}) {
      for (const Json* const url : elements(client[property])) {
        if (is_local(*url))
          out.add(
              client, fmt::format("it sends users to {}", url->get_ref<const std::string&>()),
              property
          );
      }
    }
  });
}

void find_classic_flow(const Subject& subject, Report& report) {
  each(subject, report, "AWS::Cognito::IdentityPool", [](const Resource& pool, Report& out) {
    if (is_true(pool["AllowClassicFlow"]))
      out.add(pool, "clients may ask for any role that trusts the pool", "AllowClassicFlow");
  });
}

constexpr std::string_view security =
    "https://docs.aws.amazon.com/cognito/latest/developerguide/security.html";
constexpr std::string_view mfa_page =
    "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html";
constexpr std::string_view policy_page =
    "https://docs.aws.amazon.com/cognito/latest/developerguide/"
    "managing-users-passwords.html";
constexpr std::string_view client_page =
    "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html";

constexpr Rule rules[] = {
    {"MfaOffRisk", Severity::warning, About::lasting, "Signing in takes no second factor",
     "set `.multifactor = {.mode = MultifactorMode::optional, .totp = true}` of defineAuth",
     mfa_page, find_no_mfa},
    {"SmsMfaRisk", Severity::info, About::lasting, "The only second factor is a text message",
     "allow `.totp = true` as well", mfa_page, find_sms_only},
    {"WeakPasswordRisk", Severity::warning, About::all, "Passwords may be easy to guess",
     "ask for 8 characters of three kinds, or 12 of any: `.passwordPolicy = {...}`", policy_page,
     find_weak_passwords},
    {"LongInvitationRisk", Severity::warning, About::all,
     "A password that was sent stays good for long",
     "set `.passwordPolicy = {.temporaryPasswordValidityDays = 7}`", policy_page,
     find_long_invitations},
    {"UserEnumerationRisk", Severity::warning, About::all, "Anyone can find out who has an account",
     "leave PreventUserExistenceErrors of the client at ENABLED",
     "https://docs.aws.amazon.com/cognito/latest/developerguide/"
     "cognito-user-pool-managing-errors.html",
     find_user_enumeration},
    {"TokenRevocationRisk", Severity::warning, About::all, "Tokens can't be taken back",
     "leave EnableTokenRevocation of the client at true",
     "https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html",
     find_kept_tokens},
    {"PasswordFlowRisk", Severity::info, About::all, "Clients may send passwords as they are",
     "leave ALLOW_USER_PASSWORD_AUTH out; SRP never sends the password",
     "https://docs.aws.amazon.com/cognito/latest/developerguide/"
     "amazon-cognito-user-pools-authentication-flow.html",
     find_password_flows},
    {"ImplicitGrantRisk", Severity::warning, About::all, "Tokens are handed over in addresses",
     "allow the flow `code` alone", client_page, find_implicit_flows},
    {"LocalRedirectRisk", Severity::warning, About::lasting,
     "Sign-in sends users to the developer's computer",
     "leave localhost out of `.callbackUrls` and `.logoutUrls` of branches", client_page,
     find_local_redirects},
    {"ClassicFlowRisk", Severity::warning, About::all,
     "The identity pool lets clients choose their role",
     "leave AllowClassicFlow out: the enhanced flow limits what a client gets", security,
     find_classic_flow},
};

}  // namespace

std::span<const Rule> sign_in_rules() { return rules; }

}  // namespace amplify::check
