// SPDX-License-Identifier: Apache-2.0
// One definition for each error.
#include "auth/auth.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace amplify {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* construct_error = "AmplifyAuthConstructInitializationError";
constexpr const char* passwordless_error = "InvalidPasswordlessConfigError";

/// What is wrong, as `code where`, one a line.
template <class Definition>
std::string faults(const Definition& definition) {
  std::string lines;
  for (const Diagnostic& fault : cognito::check(definition)) {
    lines += fault.code + " " + fault.where + "\n";
    EXPECT_FALSE(fault.message.empty());
    EXPECT_EQ(fault.source.line(), definition.where.line());
  }
  return lines;
}

std::string line(const std::string& code, const std::string& where) {
  return code + " defineAuth" + where + "\n";
}

/// For texts that the compiler would refuse.
auto text(std::string text) { return atRuntime(std::move(text)); }

ExternalProviders urls() {
  return {
      .google = {.clientId = secret("ID"), .clientSecret = secret("SECRET")},
      .callbackUrls = {"https://example.com/in"},
      .logoutUrls = {"https://example.com/out"},
  };
}

TEST(AuthChecks, EmailAloneIsFine) {
  EXPECT_EQ(faults(defineAuth({.loginWith = {.email = true}})), "");
}

TEST(AuthChecks, ThereIsAWayToSignIn) {
  EXPECT_EQ(faults(defineAuth({})), line("MissingLoginMethodError", ""));
  const auto no_provider = defineAuth({
      .loginWith =
          {.externalProviders =
               {.callbackUrls = {"https://example.com"}, .logoutUrls = {"https://example.com"}}},
  });
  EXPECT_EQ(faults(no_provider), line("MissingLoginMethodError", ""));
  EXPECT_EQ(faults(defineAuth({.loginWith = {.externalProviders = urls()}})), "");
}

TEST(AuthChecks, NameIsOneOfAResource) {
  const auto auth = defineAuth({.name = text("1st"), .loginWith = {.email = true}});
  EXPECT_EQ(faults(auth), line("InvalidResourceNameError", ".name"));
}

TEST(AuthChecks, MailWithACodeHasPlaceForIt) {
  const auto auth = defineAuth({
      .loginWith = {.email = EmailLogin{.verificationEmailBody = "Click {link}"}},
  });
  EXPECT_EQ(faults(auth), line(construct_error, ".loginWith.email.verificationEmailBody"));
  EXPECT_THAT(cognito::check(auth).at(0).help, HasSubstr("{code}"));
}

TEST(AuthChecks, MailWithALinkHasPlaceForIt) {
  const auto auth = defineAuth({
      .loginWith =
          {.email =
               EmailLogin{
                   .verificationEmailStyle = VerificationEmailStyle::link,
                   .verificationEmailBody = "Type {code}"
               }},
  });
  EXPECT_EQ(faults(auth), line(construct_error, ".loginWith.email.verificationEmailBody"));
  EXPECT_THAT(cognito::check(auth).at(0).help, HasSubstr("{link}"));
}

TEST(AuthChecks, TextsMadeAtRunTimeKeepTheirRules) {
  const auto auth = defineAuth({
      .loginWith =
          {
              .email =
                  EmailLogin{
                      .verificationEmailSubject = text(std::string(141, 'x')),
                      .userInvitation =
                          {
                              .emailSubject = text(std::string(141, 'x')),
                              .emailBody = text(std::string(20'001, 'x') + "{code}"),
                              .smsMessage = text(std::string(140, 'x') + "{code}"),
                          },
                  },
              .phone = PhoneLogin{.verificationMessage = text("no place")},
          },
  });
  EXPECT_EQ(
      faults(auth), line(construct_error, ".loginWith.email.verificationEmailSubject") +
                        line(construct_error, ".loginWith.email.userInvitation.emailSubject") +
                        line(construct_error, ".loginWith.email.userInvitation.emailBody") +
                        line(construct_error, ".loginWith.email.userInvitation.smsMessage") +
                        line(construct_error, ".loginWith.phone.verificationMessage")
  );
}

TEST(AuthChecks, LengthIsInCharacters) {
  std::string umlauts = "{code}";
  for (int i = 0; i < 134; ++i)
    umlauts += "ü";
  EXPECT_EQ(
      faults(defineAuth({.loginWith = {.phone = PhoneLogin{.verificationMessage = text(umlauts)}}})
      ),
      ""
  );
}

TEST(AuthChecks, InvitationTellsThePassword) {
  const UserInvitation invitation{.emailBody = "Hello {username}", .smsMessage = "Hello"};
  const auto auth = defineAuth({.loginWith = {.email = EmailLogin{.userInvitation = invitation}}});
  EXPECT_EQ(
      faults(auth), line(construct_error, ".loginWith.email.userInvitation.emailBody") +
                        line(construct_error, ".loginWith.email.userInvitation.smsMessage")
  );
  const auto without_password = defineAuth({
      .loginWith = {.email = EmailLogin{.userInvitation = invitation, .otpLogin = true}},
  });
  EXPECT_EQ(faults(without_password), "");
}

TEST(AuthChecks, PasskeysNeedAnAccount) {
  const auto auth = defineAuth({.loginWith = {.webAuthn = true, .externalProviders = urls()}});
  EXPECT_EQ(faults(auth), line(passwordless_error, ".loginWith.webAuthn"));
}

TEST(AuthChecks, RelyingPartyIsADomain) {
  for (const char* wrong :
       {"https://example.com", "example", "192.168.1.1", "my app.com", "a..com", "-a.com"}) {
    const auto auth = defineAuth({
        .loginWith = {.email = true, .webAuthn = WebAuthnLogin{.relyingPartyId = text(wrong)}},
    });
    EXPECT_EQ(faults(auth), line(passwordless_error, ".loginWith.webAuthn.relyingPartyId"))
        << wrong;
  }
}

TEST(AuthChecks, PasswordlessExcludesRequiredFactors) {
  const auto auth = defineAuth({
      .loginWith = {.email = EmailLogin{.otpLogin = true}},
      .multifactor = {.mode = MultifactorMode::required, .totp = true},
  });
  EXPECT_EQ(faults(auth), line(passwordless_error, ".multifactor"));
}

TEST(AuthChecks, PreferredChallengeIsOn) {
  const auto prefers = [](Challenge challenge) {
    return faults(defineAuth({
        .loginWith = {.email = true, .phone = true},
        .passwordlessOptions = {.preferredChallenge = challenge},
    }));
  };
  const std::string expected = line(construct_error, ".passwordlessOptions.preferredChallenge");
  EXPECT_EQ(prefers(Challenge::emailOtp), expected);
  EXPECT_EQ(prefers(Challenge::smsOtp), expected);
  EXPECT_EQ(prefers(Challenge::webAuthn), expected);
  EXPECT_EQ(prefers(Challenge::password), "");
}

TEST(AuthChecks, FactorsAreThere) {
  const auto check = [](const LoginWith& login, const Multifactor& multifactor) {
    return faults(defineAuth({.loginWith = login, .multifactor = multifactor}));
  };
  const std::string expected = line(construct_error, ".multifactor");
  EXPECT_EQ(check({.email = true}, {.mode = MultifactorMode::optional}), expected);
  EXPECT_EQ(check({.email = true}, {.totp = true}), expected);
  EXPECT_EQ(check({.phone = true}, {.mode = MultifactorMode::required, .totp = true}), expected);
  EXPECT_EQ(check({.email = true}, {.mode = MultifactorMode::optional, .email = true}), expected);
}

TEST(AuthChecks, PlanHasTheFeatures) {
  const auto lite = defineAuth({
      .loginWith = {.email = EmailLogin{.otpLogin = true}},
      .senders = {.email = SesSender{.fromEmail = "a@example.com"}},
      .multifactor = {.mode = MultifactorMode::optional, .email = true},
      .passwordPolicy = {.passwordHistorySize = 3},
      .featurePlan = FeaturePlan::lite,
      .standardThreatProtectionMode = ThreatProtection::auditOnly,
  });
  EXPECT_EQ(
      faults(lite), line(passwordless_error, ".featurePlan") +
                        line(construct_error, ".multifactor") +
                        line(construct_error, ".passwordPolicy.passwordHistorySize") +
                        line(construct_error, ".standardThreatProtectionMode")
  );
}

TEST(AuthChecks, SendersAreComplete) {
  const auto check = [](const Senders& senders) {
    return faults(defineAuth({.loginWith = {.email = true}, .senders = senders}));
  };
  EXPECT_EQ(check({.email = SesSender{}}), line(construct_error, ".senders.email"));
  EXPECT_EQ(
      check({.email = SesSender{.fromEmail = text("nobody")}}),
      line(construct_error, ".senders.email.fromEmail")
  );
  EXPECT_EQ(check({.email = CustomSender{}}), line(construct_error, ".senders.email"));
  EXPECT_EQ(check({.sms = SnsSender{.externalId = "x"}}), line(construct_error, ".senders.sms"));
  EXPECT_EQ(
      check({.sms = SnsSender{.snsCallerArn = "arn:x"}}), line(construct_error, ".senders.sms")
  );
}

TEST(AuthChecks, ProvidersNeedTheirUrls) {
  ExternalProviders providers = urls();
  providers.callbackUrls.clear();
  providers.logoutUrls.clear();
  const auto auth = defineAuth({.loginWith = {.email = true, .externalProviders = providers}});
  EXPECT_EQ(
      faults(auth), line(construct_error, ".loginWith.externalProviders.callbackUrls") +
                        line(construct_error, ".loginWith.externalProviders.logoutUrls")
  );
}

TEST(AuthChecks, UrlsAreOnesThatCognitoTakes) {
  for (const char* wrong :
       {"/in", "example.com", "http://example.com", "http://localhosts.example", "https://a.b/#c",
        "https://a b"}) {
    ExternalProviders providers = urls();
    providers.callbackUrls = {text(wrong)};
    const auto auth = defineAuth({.loginWith = {.email = true, .externalProviders = providers}});
    EXPECT_EQ(faults(auth), line(construct_error, ".loginWith.externalProviders.callbackUrls[0]"))
        << wrong;
  }
}

TEST(AuthChecks, DomainPrefixIsOneThatCognitoTakes) {
  for (const char* wrong : {"Shop", "-shop", "shop.one", "my-aws-shop", "cognito"}) {
    ExternalProviders providers = urls();
    providers.domainPrefix = text(wrong);
    const auto auth = defineAuth({.loginWith = {.email = true, .externalProviders = providers}});
    EXPECT_EQ(faults(auth), line(construct_error, ".loginWith.externalProviders.domainPrefix"))
        << wrong;
  }
}

TEST(AuthChecks, ProvidersNeedTheirSecrets) {
  const auto auth = defineAuth({
      .loginWith =
          {
              .email = true,
              .externalProviders =
                  {
                      .google = {.clientId = secret("ID")},
                      .facebook = {.clientSecret = secret("SECRET")},
                      .loginWithAmazon = {.clientId = secret("ID")},
                      .signInWithApple = {.clientId = secret("ID"), .privateKey = secret("KEY")},
                      .oidc = {{.clientId = secret("ID"), .clientSecret = secret("SECRET")}},
                      .saml = {{.name = "Corp"}},
                      .callbackUrls = {"https://example.com"},
                      .logoutUrls = {"https://example.com"},
                  },
          },
  });
  const std::string place = ".loginWith.externalProviders";
  EXPECT_EQ(
      faults(auth),
      line(construct_error, place + ".google") + line(construct_error, place + ".facebook") +
          line(construct_error, place + ".loginWithAmazon") +
          line(construct_error, place + ".signInWithApple") +
          line(construct_error, place + ".signInWithApple") +
          line(construct_error, place + ".oidc[0]") + line(construct_error, place + ".saml[0]")
  );
}

TEST(AuthChecks, ProvidersHaveNamesOfTheirOwn) {
  ExternalProviders providers = urls();
  providers.saml = {
      {.name = "Corp", .metadata = {.metadataContent = "https://a.example.com"}},
      {.name = "Corp", .metadata = {.metadataContent = "https://b.example.com"}},
      {.name = text("x"), .metadata = {.metadataContent = "http://c.example.com"}},
  };
  const auto auth = defineAuth({.loginWith = {.email = true, .externalProviders = providers}});
  const std::string place = ".loginWith.externalProviders";
  EXPECT_EQ(
      faults(auth), line(construct_error, place + ".saml[2].name") +
                        line(construct_error, place + ".saml[2].metadata") +
                        line(construct_error, place)
  );
}

TEST(AuthChecks, MappedAttributesAreThere) {
  ExternalProviders providers = urls();
  providers.google.attributeMapping.custom = {{"custom:tenant", "hd"}, {"custom:other", "x"}};
  const auto auth = defineAuth({
      .loginWith = {.email = true, .externalProviders = providers},
      .userAttributes = {.custom = {{"custom:tenant", StringAttribute{}}}},
  });
  EXPECT_EQ(
      faults(auth), line(construct_error, ".loginWith.externalProviders.google.attributeMapping")
  );
}

TEST(AuthChecks, CustomAttributesKeepToTheirLimits) {
  const auto check = [](const std::vector<CustomAttribute>& attributes) {
    return faults(
        defineAuth({.loginWith = {.email = true}, .userAttributes = {.custom = attributes}})
    );
  };
  const std::string expected = line(construct_error, ".userAttributes.custom.custom:x");
  EXPECT_EQ(check({{"custom:x", StringAttribute{.minLen = -1}}}), expected);
  EXPECT_EQ(check({{"custom:x", StringAttribute{.maxLen = 2049}}}), expected);
  EXPECT_EQ(check({{"custom:x", StringAttribute{.minLen = 3, .maxLen = 2}}}), expected);
  EXPECT_EQ(check({{"custom:x", NumberAttribute{.min = 3, .max = 2}}}), expected);
  EXPECT_EQ(check({{"custom:x", StringAttribute{}}, {"custom:x", BooleanAttribute{}}}), expected);
  EXPECT_EQ(
      check({{text("x"), StringAttribute{}}}), line(construct_error, ".userAttributes.custom")
  );
  EXPECT_EQ(check({{}}), line(construct_error, ".userAttributes.custom"));
}

TEST(AuthChecks, AtMostFiftyCustomAttributes) {
  std::vector<CustomAttribute> attributes;
  for (int i = 0; i < 51; ++i)
    attributes.push_back({text("custom:a" + std::to_string(i)), StringAttribute{}});
  const auto auth =
      defineAuth({.loginWith = {.email = true}, .userAttributes = {.custom = attributes}});
  EXPECT_EQ(faults(auth), line(construct_error, ".userAttributes.custom"));
}

TEST(AuthChecks, GroupsAreNamedOnce) {
  const auto auth = defineAuth({.loginWith = {.email = true}, .groups = {"A", "B", "A"}});
  EXPECT_EQ(faults(auth), line(construct_error, ".groups"));
  const auto spaces = defineAuth({.loginWith = {.email = true}, .groups = {text("Power users")}});
  EXPECT_EQ(faults(spaces), line(construct_error, ".groups[0]"));
}

TEST(AuthChecks, PasswordPolicyIsInRange) {
  const auto auth = defineAuth({
      .loginWith = {.email = true},
      .passwordPolicy =
          {.minLength = 5, .passwordHistorySize = 25, .temporaryPasswordValidityDays = 366},
  });
  EXPECT_EQ(
      faults(auth), line(construct_error, ".passwordPolicy.minLength") +
                        line(construct_error, ".passwordPolicy.passwordHistorySize") +
                        line(construct_error, ".passwordPolicy.temporaryPasswordValidityDays")
  );
}

TEST(AuthChecks, ReferencesAreComplete) {
  const std::string code = "AmplifyReferenceAuthConstructInitializationError referenceAuth";
  EXPECT_EQ(
      faults(referenceAuth({})), code + ".userPoolId\n" + code + ".identityPoolId\n" + code +
                                     ".userPoolClientId\n" + code + ".authRoleArn\n" + code +
                                     ".unauthRoleArn\n"
  );
  const auto groups = referenceAuth({
      .userPoolId = "eu-west-1_x",
      .identityPoolId = "eu-west-1:x",
      .userPoolClientId = "x",
      .authRoleArn = "arn:aws:iam::1:role/x",
      .unauthRoleArn = "arn:aws:iam::1:role/y",
      .groups = {{"A", "arn:aws:iam::1:user/x"}},
  });
  EXPECT_EQ(faults(groups), code + ".groups.A\n");
}

}  // namespace
}  // namespace amplify
