// SPDX-License-Identifier: Apache-2.0
#include "backend/auth.hpp"

#include "auth/auth.hpp"
#include "backend/identity.hpp"
#include "backend/secret_values.hpp"
#include "cdk/lazy.hpp"

#include <fmt/format.h>

#include <memory>
#include <string>
#include <utility>

namespace amplify::detail {
namespace {

constexpr std::size_t longest_relying_party = 63;

/// Where Amplify Hosting serves a branch, with what a domain can't have as hyphens. Elsewhere, an
/// app runs on the developer's machine.
std::string relying_party(const BackendIdentifier& identifier) {
  if (identifier.type != DeploymentType::branch) return "localhost";
  std::string branch;
  for (const char c : identifier.name) {
    const bool is_plain = is_letter(c) || is_digit(c);
    branch += !is_plain ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return fmt::format("{}.{}.amplifyapp.com", branch, identifier.space);
}

/// The values of a deployment come last: the tree is made before it is known which one it is for.
cognito::Context context(Backend::State& state, const cdk::NestedStack& stack) {
  const auto later = [&state](auto value) {
    return cdk::lazy([&state, value] { return value(state.identifier); });
  };
  return {
      .functions = state.functions,
      .secret = [values = std::make_shared<SecretValues>(state, stack)](const BackendSecret& secret
                ) { return values->of(secret); },
      .domainPrefix = later([](const BackendIdentifier& identifier) {
        return cdk::Json(stable_hash(identifier));
      }),
      .relyingPartyId = later([](const BackendIdentifier& identifier) {
        // One that is too long is told by auth_faults, and not once more as a property.
        return cdk::Json(relying_party(identifier).substr(0, longest_relying_party));
      }),
      .deletionProtection = later([](const BackendIdentifier& identifier) {
        return identifier.type == DeploymentType::sandbox ? cdk::Json() : cdk::Json("ACTIVE");
      }),
  };
}

void report(Backend::State& state, std::vector<Diagnostic> faults) {
  for (Diagnostic& fault : faults)
    state.app.addError(std::move(fault));
}

bool has_automatic_relying_party(const defineAuth& auth) {
  const auto& passkeys = auth.props.loginWith.webAuthn;
  return passkeys.isOn() && passkeys.options().relyingPartyId.view() == "AUTO";
}

}  // namespace

Backend::State::Auth make_auth(
    Backend::State& state, const cdk::NestedStack& stack, const defineAuth& auth
) {
  report(state, cognito::check(auth));
  return {.definition = &auth, .resources = cognito::build(stack, auth, context(state, stack))};
}

Backend::State::ReferencedAuth make_auth(
    Backend::State& state, const cdk::NestedStack& stack, const referenceAuth& auth
) {
  report(state, cognito::check(auth));
  return {.definition = &auth, .resources = cognito::build(stack, auth, context(state, stack))};
}

cdk::NestedStack* auth_stack(Backend::State& state) {
  if (state.auth) return &state.auth->resources.stack;
  return state.referencedAuth ? &state.referencedAuth->resources.stack : nullptr;
}

void reserve_auth_outputs(Backend::State& state) {
  const std::string kind = state.auth ? "defineAuth" : "referenceAuth";
  auto& outputs = state.customOutputs;
  if (!state.signIn) return;
  outputs.reserve(
      {"auth.aws_region", "auth.user_pool_id", "auth.user_pool_client_id", "auth.identity_pool_id",
       "auth.mfa_configuration", "auth.unauthenticated_identities_enabled",
       "auth.password_policy.min_length", "auth.password_policy.require_numbers",
       "auth.password_policy.require_lowercase", "auth.password_policy.require_uppercase",
       "auth.password_policy.require_symbols"},
      kind
  );
  if (!state.auth) return;
  const LoginWith& login = state.auth->definition->props.loginWith;
  if (login.externalProviders.given)
    outputs.reserve({"auth.oauth.domain", "auth.oauth.response_type"}, kind);
  if (cognito::is_passwordless(login)) {
    outputs.reserve(
        {"auth.passwordless.email_otp_enabled", "auth.passwordless.sms_otp_enabled"}, kind
    );
  }
  if (login.webAuthn.isOn()) {
    outputs.reserve(
        {"auth.passwordless.web_authn.relying_party_id",
         "auth.passwordless.web_authn.user_verification"},
        kind
    );
  }
}

std::vector<Diagnostic> auth_faults(const Backend::State& state) {
  if (!state.auth || !has_automatic_relying_party(*state.auth->definition)) return {};
  const auto fault = [&](std::string message) -> std::vector<Diagnostic> {
    return {
        {.code = "InvalidPasswordlessConfigError",
         .where = "defineAuth.loginWith.webAuthn.relyingPartyId",
         .message = std::move(message),
         .help = "write the domain of the website, as in "
                 ".webAuthn = WebAuthnLogin{.relyingPartyId = \"example.com\"}",
         .source = state.auth->definition->where}
    };
  };
  if (state.identifier.type == DeploymentType::standalone)
    return fault("AUTO is a domain of Amplify Hosting, which standalone deployments don't have");
  const std::string domain = relying_party(state.identifier);
  if (domain.size() > longest_relying_party)
    return fault(fmt::format("AUTO is `{}` here, and more than 63 characters", domain));
  return {};
}

}  // namespace amplify::detail
