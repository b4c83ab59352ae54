// SPDX-License-Identifier: Apache-2.0
#include "backend/auth_settings.hpp"

#include "cdk/inspect.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>
#include <vector>

namespace amplify::detail {
namespace {

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

std::string allow_unauthenticated_identities(const AuthResources& auth) {
  return property(auth.identityPool, "AllowUnauthenticatedIdentities") == json(true) ? "true"
                                                                                     : "false";
}

std::string signup_attributes(const AuthResources& auth) {
  json required = json::array();
  const json schema = property(auth.userPool, "Schema");
  for (const json& attribute : schema.is_array() ? schema : json::array()) {
    if (at(attribute, "Required") == json(true))
      required.push_back(lower_case(attribute.value("Name", "")));
  }
  return required.dump();
}

std::string username_attributes(const AuthResources& auth) {
  return lower_case_list(property(auth.userPool, "UsernameAttributes"));
}

std::string verification_mechanisms(const AuthResources& auth) {
  return lower_case_list(property(auth.userPool, "AutoVerifiedAttributes"));
}

std::string password_policy_min_length(const AuthResources& auth) {
  const json length = at(password_policy(auth), "MinimumLength");
  return length.is_null() ? "" : length.dump();
}

std::string password_policy_requirements(const AuthResources& auth) {
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

std::string mfa_configuration(const AuthResources& auth) {
  const json configuration = property(auth.userPool, "MfaConfiguration");
  return configuration.is_string() ? configuration.get<std::string>() : "OFF";
}

std::string mfa_types(const AuthResources& auth) {
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

/// For what `defineAuth` doesn't make yet.
std::string none(const AuthResources&) { return ""; }
std::string no_groups(const AuthResources&) { return "[]"; }

std::string oauth_scope(const AuthResources& auth) {
  return json(strings(property(auth.userPoolClient, "AllowedOAuthScopes"))).dump();
}
std::string oauth_sign_in(const AuthResources& auth) {
  return joined(property(auth.userPoolClient, "CallbackURLs"));
}
std::string oauth_sign_out(const AuthResources& auth) {
  return joined(property(auth.userPoolClient, "LogoutURLs"));
}
std::string oauth_response_type(const AuthResources& auth) {
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
      AuthSetting{"passwordlessOptions", none},
      AuthSetting{"socialProviders", none},
      AuthSetting{"oauthCognitoDomain", none},
      AuthSetting{"oauthScope", oauth_scope},
      AuthSetting{"oauthRedirectSignIn", oauth_sign_in},
      AuthSetting{"oauthRedirectSignOut", oauth_sign_out},
      AuthSetting{"oauthResponseType", oauth_response_type},
      AuthSetting{"groups", no_groups},
  };
  return settings;
}

}  // namespace amplify::detail
