// SPDX-License-Identifier: Apache-2.0
#include "backend/auth_settings.hpp"

#include "auth/providers.hpp"
#include "cdk/inspect.hpp"

#include <fmt/format.h>
#include <amplify/cdk/fn.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>
#include <vector>

namespace amplify::detail {
namespace {

using cdk::Json;
using cdk::Str;
using nlohmann::json;

/// A property as it is; null when it isn't set.
json property(const cdk::Resource& resource, std::string_view name) {
  const cdk::Json value = resource.property(name);
  return value.isSet() ? json::parse(cdk::to_text(value)) : json();
}

/// The value at a path of keys; null where there is none.
json at(const json& value, std::string_view key) {
  return value.is_object() && value.contains(key) ? value.at(key) : json();
}

/// A property that is a text, or a token for one.
Str text(const cdk::Resource& resource, std::string_view name) {
  const Json value = cdk::evaluated(resource.property(name));
  return value.isSet() ? cdk::detail::Access::make<Str>(cdk::detail::Access::data(value)) : Str("");
}

json password_policy(const AuthResources& auth) {
  return at(property(auth.userPool, "Policies"), "PasswordPolicy");
}

std::string lower_case(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) {
    return static_cast<char>(std::tolower(c));
  });
  return text;
}

std::vector<std::string> strings(const json& list) {
  std::vector<std::string> found;
  if (list.is_array()) {
    for (const json& element : list) {
      if (element.is_string()) found.push_back(element);
    }
  }
  return found;
}

std::string lower_case_list(const json& list) {
  json found = json::array();
  for (const std::string& text : strings(list))
    found.push_back(lower_case(text));
  return found.dump();
}

std::string joined(const json& list) {
  std::string text;
  for (const std::string& element : strings(list))
    text += (text.empty() ? "" : ",") + element;
  return text;
}

Json allow_unauthenticated_identities(const AuthResources& auth, const AuthProps&) {
  return property(auth.identityPool, "AllowUnauthenticatedIdentities") == json(true) ? "true"
                                                                                     : "false";
}

std::string_view cognito_name(Challenge challenge) {
  switch (challenge) {
    case Challenge::password:
      return "PASSWORD";
    case Challenge::emailOtp:
      return "EMAIL_OTP";
    case Challenge::smsOtp:
      return "SMS_OTP";
    case Challenge::webAuthn:
      return "WEB_AUTHN";
  }
  return {};
}

Json signup_attributes(const AuthResources& auth, const AuthProps&) {
  json required = json::array();
  const json schema = property(auth.userPool, "Schema");
  for (const json& attribute : schema.is_array() ? schema : json::array()) {
    if (at(attribute, "Required") == json(true))
      required.push_back(lower_case(attribute.value("Name", "")));
  }
  return required.dump();
}

Json username_attributes(const AuthResources& auth, const AuthProps&) {
  return lower_case_list(property(auth.userPool, "UsernameAttributes"));
}

Json verification_mechanisms(const AuthResources& auth, const AuthProps&) {
  return lower_case_list(property(auth.userPool, "AutoVerifiedAttributes"));
}

Json password_policy_min_length(const AuthResources& auth, const AuthProps&) {
  const json length = at(password_policy(auth), "MinimumLength");
  return length.is_null() ? Json("") : Json(length.dump());
}

Json password_policy_requirements(const AuthResources& auth, const AuthProps&) {
  static constexpr std::array<std::pair<const char*, const char*>, 4> names{{
      {"RequireNumbers", "REQUIRES_NUMBERS"},
      {"RequireLowercase", "REQUIRES_LOWERCASE"},
      {"RequireUppercase", "REQUIRES_UPPERCASE"},
      {"RequireSymbols", "REQUIRES_SYMBOLS"},
  }};
  json required = json::array();
  for (const auto& [name, output] : names) {
    if (at(password_policy(auth), name) == json(true)) required.push_back(output);
  }
  return required.dump();
}

Json mfa_configuration(const AuthResources& auth, const AuthProps&) {
  const json configuration = property(auth.userPool, "MfaConfiguration");
  return configuration.is_string() ? Json(configuration.get<std::string>()) : Json("OFF");
}

Json mfa_types(const AuthResources& auth, const AuthProps&) {
  static constexpr std::array<std::pair<const char*, const char*>, 3> names{{
      {"SMS_MFA", "SMS"},
      {"SOFTWARE_TOKEN_MFA", "TOTP"},
      {"EMAIL_OTP", "EMAIL"},
  }};
  const auto enabled = strings(property(auth.userPool, "EnabledMfas"));
  json types = json::array();
  for (const auto& [name, output] : names) {
    if (std::ranges::find(enabled, name) != enabled.end()) types.push_back(output);
  }
  return types.dump();
}

/// The relying party may depend on the deployment, so that the text is put together by
/// CloudFormation's means.
Json passwordless_options(const AuthResources& auth, const AuthProps& props) {
  const json policy = at(property(auth.userPool, "Policies"), "SignInPolicy");
  const auto factors = strings(at(policy, "AllowedFirstAuthFactors"));
  const auto has = [&](std::string_view factor) {
    return std::ranges::find(factors, factor) != factors.end();
  };
  std::vector<Str> parts;
  if (!policy.is_null()) {
    parts.emplace_back(
        fmt::format(R"("emailOtpEnabled":{},"smsOtpEnabled":{})", has("EMAIL_OTP"), has("SMS_OTP"))
    );
  }
  if (has("WEB_AUTHN")) {
    const json verification = property(auth.userPool, "WebAuthnUserVerification");
    parts.emplace_back(cdk::fn::concat(
        {R"("webAuthn":{"relyingPartyId":")", text(auth.userPool, "WebAuthnRelyingPartyID"),
         R"(","userVerification":)",
         verification.is_null() ? R"("preferred")" : verification.dump(), "}"}
    ));
  }
  if (const auto challenge = props.passwordlessOptions.preferredChallenge)
    parts.emplace_back(fmt::format(R"("preferredChallenge":"{}")", cognito_name(*challenge)));
  if (parts.empty()) return "";
  return cdk::fn::concat({"{", cdk::fn::join(",", parts), "}"});
}

Json social_providers(const AuthResources& auth, const AuthProps& props) {
  static constexpr std::array<std::pair<const char*, const char*>, 4> social{{
      {"Google", "GOOGLE"},
      {"Facebook", "FACEBOOK"},
      {"LoginWithAmazon", "LOGIN_WITH_AMAZON"},
      {"SignInWithApple", "SIGN_IN_WITH_APPLE"},
  }};
  const cdk::ResourceMap& providers = auth.cfnResources.identityProviders;
  json names = json::array();
  for (const auto& [name, output] : social) {
    if (providers.contains(name)) names.push_back(output);
  }
  for (const std::string& name : cognito::provider_names(props.loginWith.externalProviders)) {
    if (providers.contains(name)) names.push_back(property(providers[name], "ProviderName"));
  }
  return names.empty() ? Json("") : Json(names.dump());
}

Json oauth_cognito_domain(const AuthResources& auth, const AuthProps&) {
  const auto& domain = auth.cfnResources.userPoolDomain;
  if (!domain) return "";
  return cdk::fn::concat({domain->ref(), ".auth.", cdk::aws::region(), ".amazoncognito.com"});
}

Json groups(const AuthResources& auth, const AuthProps& props) {
  json groups = json::array();
  for (const GroupName& group : props.groups) {
    const std::string name(group.view());
    const json precedence = property(auth.cfnResources.userPoolGroups[name], "Precedence");
    groups.push_back({{name, {{"precedence", precedence}}}});
  }
  return groups.dump();
}

Json oauth_scope(const AuthResources& auth, const AuthProps&) {
  return json(strings(property(auth.userPoolClient, "AllowedOAuthScopes"))).dump();
}
Json oauth_sign_in(const AuthResources& auth, const AuthProps&) {
  return joined(property(auth.userPoolClient, "CallbackURLs"));
}
Json oauth_sign_out(const AuthResources& auth, const AuthProps&) {
  return joined(property(auth.userPoolClient, "LogoutURLs"));
}
Json oauth_response_type(const AuthResources& auth, const AuthProps&) {
  return joined(property(auth.userPoolClient, "AllowedOAuthFlows"));
}

}  // namespace

std::span<const AuthSetting> auth_settings() {
  static constexpr std::array settings{
      AuthSetting{"allowUnauthenticatedIdentities", allow_unauthenticated_identities},
      AuthSetting{"signupAttributes", signup_attributes},
      AuthSetting{"usernameAttributes", username_attributes},
      AuthSetting{"verificationMechanisms", verification_mechanisms},
      AuthSetting{"passwordPolicyMinLength", password_policy_min_length},
      AuthSetting{"passwordPolicyRequirements", password_policy_requirements},
      AuthSetting{"mfaConfiguration", mfa_configuration},
      AuthSetting{"mfaTypes", mfa_types},
      AuthSetting{"passwordlessOptions", passwordless_options},
      AuthSetting{"socialProviders", social_providers},
      AuthSetting{"oauthCognitoDomain", oauth_cognito_domain},
      AuthSetting{"oauthScope", oauth_scope},
      AuthSetting{"oauthRedirectSignIn", oauth_sign_in},
      AuthSetting{"oauthRedirectSignOut", oauth_sign_out},
      AuthSetting{"oauthResponseType", oauth_response_type},
      AuthSetting{"groups", groups},
  };
  return settings;
}

}  // namespace amplify::detail
