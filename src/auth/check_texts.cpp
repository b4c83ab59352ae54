// SPDX-License-Identifier: Apache-2.0
#include "auth/checks.hpp"

#include <fmt/format.h>

#include <cstddef>

namespace amplify::cognito {
namespace {

template <class Rule>
void check(Faults& faults, std::string_view place, const CheckedText<Rule>& text) {
  faults.check(construct_error, place, text);
}

template <class Rule>
void check_each(
    Faults& faults, std::string_view place, const std::vector<CheckedText<Rule>>& texts
) {
  for (std::size_t i = 0; i < texts.size(); ++i)
    check(faults, fmt::format("{}[{}]", place, i), texts[i]);
}

void check_login(const LoginWith& login, Faults& faults) {
  if (login.email.isOn()) {
    const EmailLogin& email = login.email.options();
    check(faults, ".loginWith.email.verificationEmailBody", email.verificationEmailBody);
    check(faults, ".loginWith.email.verificationEmailSubject", email.verificationEmailSubject);
    const UserInvitation& invitation = email.userInvitation;
    check(faults, ".loginWith.email.userInvitation.emailSubject", invitation.emailSubject);
    check(faults, ".loginWith.email.userInvitation.emailBody", invitation.emailBody);
    check(faults, ".loginWith.email.userInvitation.smsMessage", invitation.smsMessage);
  }
  if (login.phone.isOn()) {
    check(
        faults, ".loginWith.phone.verificationMessage", login.phone.options().verificationMessage
    );
  }
  if (login.webAuthn.isOn()) {
    faults.check(
        "InvalidPasswordlessConfigError", ".loginWith.webAuthn.relyingPartyId",
        login.webAuthn.options().relyingPartyId
    );
  }
}

void check_mapping(Faults& faults, std::string_view provider, const AttributeMapping& mapping) {
  for (const CustomMapping& custom : mapping.custom)
    check(faults, fmt::format("{}.attributeMapping.custom", provider), custom.attribute);
}

void check_providers(const ExternalProviders& external, Faults& faults) {
  const std::string place = ".loginWith.externalProviders";
  check_mapping(faults, place + ".google", external.google.attributeMapping);
  check_mapping(faults, place + ".facebook", external.facebook.attributeMapping);
  check_mapping(faults, place + ".loginWithAmazon", external.loginWithAmazon.attributeMapping);
  check_mapping(faults, place + ".signInWithApple", external.signInWithApple.attributeMapping);
  for (std::size_t i = 0; i < external.oidc.size(); ++i) {
    const OidcProvider& provider = external.oidc[i];
    const std::string oidc = fmt::format("{}.oidc[{}]", place, i);
    check(faults, oidc + ".name", provider.name);
    check(faults, oidc + ".issuerUrl", provider.issuerUrl);
    check(faults, oidc + ".endpoints.authorization", provider.endpoints.authorization);
    check(faults, oidc + ".endpoints.token", provider.endpoints.token);
    check(faults, oidc + ".endpoints.userInfo", provider.endpoints.userInfo);
    check(faults, oidc + ".endpoints.jwksUri", provider.endpoints.jwksUri);
    check_mapping(faults, oidc, provider.attributeMapping);
  }
  for (std::size_t i = 0; i < external.saml.size(); ++i) {
    const std::string saml = fmt::format("{}.saml[{}]", place, i);
    check(faults, saml + ".name", external.saml[i].name);
    check_mapping(faults, saml, external.saml[i].attributeMapping);
  }
  check_each(faults, place + ".callbackUrls", external.callbackUrls);
  check_each(faults, place + ".logoutUrls", external.logoutUrls);
  check(faults, place + ".domainPrefix", external.domainPrefix);
}

void check_senders(const Senders& senders, Faults& faults) {
  if (const auto* const ses = std::get_if<SesSender>(&senders.email)) {
    check(faults, ".senders.email.fromEmail", ses->fromEmail);
    check(faults, ".senders.email.replyTo", ses->replyTo);
  }
  if (const auto* const custom = std::get_if<CustomSender>(&senders.email))
    check(faults, ".senders.email.kmsKeyArn", custom->kmsKeyArn);
  if (const auto* const sns = std::get_if<SnsSender>(&senders.sms))
    check(faults, ".senders.sms.snsCallerArn", sns->snsCallerArn);
  if (const auto* const custom = std::get_if<CustomSender>(&senders.sms))
    check(faults, ".senders.sms.kmsKeyArn", custom->kmsKeyArn);
}

}  // namespace

void check_texts(const AuthProps& props, Faults& faults) {
  faults.check("InvalidResourceNameError", ".name", props.name);
  check_login(props.loginWith, faults);
  check_providers(props.loginWith.externalProviders, faults);
  check_senders(props.senders, faults);
  for (const CustomAttribute& attribute : props.userAttributes.custom)
    check(faults, ".userAttributes.custom", attribute.name);
  if (props.multifactor.sms.isOn())
    check(faults, ".multifactor.sms.smsMessage", props.multifactor.sms.options().smsMessage);
  check_each(faults, ".groups", props.groups);
}

}  // namespace amplify::cognito
