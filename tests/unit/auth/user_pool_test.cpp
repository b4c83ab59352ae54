// SPDX-License-Identifier: Apache-2.0
// What conformance with Amplify doesn't cover: options that only we have, and what depends on the
// deployment.
#include <amplify/define_backend.hpp>

#include "../backend/synthesized.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

namespace amplify {
namespace {

using amplify::testing::faults;
using amplify::testing::resources;
using amplify::testing::stack_template;
using nlohmann::json;
using ::testing::ElementsAre;

const BackendIdentifier sandbox{"shop", "ann", DeploymentType::sandbox};
const BackendIdentifier branch{"d1", "Feature/Pay", DeploymentType::branch};
const BackendIdentifier standalone{"shop", "backend", DeploymentType::standalone};

const ExternalProviders google{
    .google = {.clientId = secret("ID"), .clientSecret = secret("SECRET")},
    .callbackUrls = {"https://example.com/in"},
    .logoutUrls = {"https://example.com/out"},
};

/// The only resource of the type in the stack `auth`.
json resource(
    const defineAuth& auth, const char* type, const BackendIdentifier& identifier = sandbox
) {
  const auto assembly = defineBackend(auth).synth(identifier);
  const auto found = resources(stack_template(assembly, "auth"), type);
  EXPECT_EQ(found.size(), 1u) << type;
  return found.at(0);
}

json user_pool(const defineAuth& auth, const BackendIdentifier& identifier = sandbox) {
  return resource(auth, "AWS::Cognito::UserPool", identifier);
}

json output(
    const defineAuth& auth, const char* name, const BackendIdentifier& identifier = sandbox
) {
  const auto assembly = defineBackend(auth).synth(identifier);
  return stack_template(assembly, "backend").at("Outputs").at(name).at("Value");
}

TEST(UserPool, PasswordPolicyIsTheUsers) {
  const auto auth = defineAuth({
      .loginWith = {.email = true},
      .passwordPolicy =
          {
              .minLength = 12,
              .requireSymbols = false,
              .passwordHistorySize = 3,
              .temporaryPasswordValidityDays = 1,
          },
  });
  EXPECT_EQ(
      user_pool(auth).at("Properties").at("Policies").at("PasswordPolicy"),
      json::parse(
          R"({"MinimumLength":12,"RequireNumbers":true,"RequireLowercase":true,
              "RequireUppercase":true,"RequireSymbols":false,"PasswordHistorySize":3,
              "TemporaryPasswordValidityDays":1})"
      )
  );
  EXPECT_EQ(output(auth, "passwordPolicyMinLength"), "12");
  EXPECT_EQ(
      output(auth, "passwordPolicyRequirements"),
      R"(["REQUIRES_NUMBERS","REQUIRES_LOWERCASE","REQUIRES_UPPERCASE"])"
  );
}

TEST(UserPool, PlanAndProtectionAreTheUsers) {
  const auto auth = defineAuth({
      .loginWith = {.email = true},
      .featurePlan = FeaturePlan::plus,
      .standardThreatProtectionMode = ThreatProtection::fullFunction,
  });
  const json properties = user_pool(auth).at("Properties");
  EXPECT_EQ(properties.at("UserPoolTier"), "PLUS");
  EXPECT_EQ(properties.at("UserPoolAddOns").at("AdvancedSecurityMode"), "ENFORCED");
}

TEST(UserPool, AccountsSurviveBranchesAndNotSandboxes) {
  const auto auth = defineAuth({.loginWith = {.email = true}});
  for (const char* type : {"AWS::Cognito::UserPool", "AWS::Cognito::IdentityPool"}) {
    for (const auto& identifier : {branch, standalone}) {
      const json kept = resource(auth, type, identifier);
      EXPECT_EQ(kept.at("DeletionPolicy"), "Retain");
      EXPECT_EQ(kept.at("UpdateReplacePolicy"), "Retain");
    }
    EXPECT_EQ(resource(auth, type, sandbox).at("DeletionPolicy"), "Delete");
  }
  EXPECT_EQ(user_pool(auth, branch).at("Properties").at("DeletionProtection"), "ACTIVE");
  EXPECT_FALSE(user_pool(auth, sandbox).at("Properties").contains("DeletionProtection"));
}

TEST(UserPool, WhatIsSaidAboutDeletionHoldsEverywhere) {
  const auto kept =
      defineAuth({.loginWith = {.email = true}, .deletionProtection = true, .retain = true});
  const auto gone =
      defineAuth({.loginWith = {.email = true}, .deletionProtection = false, .retain = false});
  for (const auto& identifier : {sandbox, branch}) {
    EXPECT_EQ(user_pool(kept, identifier).at("DeletionPolicy"), "Retain");
    EXPECT_EQ(user_pool(kept, identifier).at("UpdateReplacePolicy"), "Retain");
    EXPECT_EQ(user_pool(kept, identifier).at("Properties").at("DeletionProtection"), "ACTIVE");
    EXPECT_EQ(user_pool(gone, identifier).at("DeletionPolicy"), "Delete");
    EXPECT_EQ(user_pool(gone, identifier).at("Properties").at("DeletionProtection"), "INACTIVE");
  }
}

TEST(UserPool, WithProvidersAloneNobodyHasAPassword) {
  const auto auth = defineAuth({.loginWith = {.externalProviders = google}});
  const json properties = user_pool(auth).at("Properties");
  EXPECT_EQ(properties.at("AdminCreateUserConfig").at("AllowAdminCreateUserOnly"), true);
  EXPECT_EQ(
      properties.at("AccountRecoverySetting").at("RecoveryMechanisms").at(0).at("Name"),
      "admin_only"
  );
  for (const char* absent : {"AutoVerifiedAttributes", "UsernameAttributes", "Schema"})
    EXPECT_FALSE(properties.contains(absent)) << absent;
  const json client = resource(auth, "AWS::Cognito::UserPoolClient").at("Properties");
  EXPECT_EQ(client.at("ExplicitAuthFlows"), json::array({"ALLOW_REFRESH_TOKEN_AUTH"}));
  EXPECT_EQ(client.at("SupportedIdentityProviders").size(), 1u);
  const json provider = resource(auth, "AWS::Cognito::UserPoolIdentityProvider");
  EXPECT_EQ(provider.at("Properties").at("AttributeMapping"), json({{"email", "email"}}));
  EXPECT_EQ(output(auth, "usernameAttributes"), "[]");
  EXPECT_EQ(output(auth, "signupAttributes"), "[]");
}

TEST(UserPool, DomainIsTheDeploymentsOrTheUsers) {
  const auto usual = defineAuth({.loginWith = {.externalProviders = google}});
  const auto domain = [](const defineAuth& auth, const BackendIdentifier& identifier) {
    return resource(auth, "AWS::Cognito::UserPoolDomain", identifier)
        .at("Properties")
        .at("Domain")
        .get<std::string>();
  };
  EXPECT_EQ(domain(usual, branch).size(), 20u);
  EXPECT_NE(domain(usual, branch), domain(usual, standalone));

  ExternalProviders providers = google;
  providers.domainPrefix = "my-shop";
  const auto chosen = defineAuth({.loginWith = {.externalProviders = providers}});
  EXPECT_EQ(domain(chosen, branch), "my-shop");
}

TEST(UserPool, PasskeysAreBoundToTheDeploymentsDomain) {
  const auto auth = defineAuth({.loginWith = {.email = true, .webAuthn = true}});
  const auto relying_party = [&](const BackendIdentifier& identifier) {
    return user_pool(auth, identifier).at("Properties").at("WebAuthnRelyingPartyID");
  };
  EXPECT_EQ(relying_party(sandbox), "localhost");
  EXPECT_EQ(relying_party(branch), "feature-pay.d1.amplifyapp.com");
  EXPECT_EQ(
      json::parse(output(auth, "passwordlessOptions", branch).get<std::string>())
          .at("webAuthn")
          .at("relyingPartyId"),
      "feature-pay.d1.amplifyapp.com"
  );
}

TEST(UserPool, AutomaticPasskeysNeedADomainOfAmplify) {
  const auto automatic = defineAuth({.loginWith = {.email = true, .webAuthn = true}});
  const auto chosen = defineAuth({
      .loginWith = {.email = true, .webAuthn = WebAuthnLogin{.relyingPartyId = "example.com"}},
  });
  const BackendIdentifier long_branch{"d1", std::string(50, 'x'), DeploymentType::branch};
  const auto backend = defineBackend(automatic);
  for (const auto& identifier : {standalone, long_branch}) {
    try {
      backend.synth(identifier);
      ADD_FAILURE();
    } catch (const UserError& error) {
      ASSERT_EQ(error.diagnostics().size(), 1u);
      EXPECT_EQ(error.diagnostics()[0].code, "InvalidPasswordlessConfigError");
      EXPECT_EQ(error.diagnostics()[0].source.line(), automatic.where.line());
    }
    EXPECT_NO_THROW(defineBackend(chosen).synth(identifier));
  }
  EXPECT_NO_THROW(backend.synth(branch)) << "faults of one deployment must not stay";
}

TEST(UserPool, FaultsOfADeploymentComeWithTheOthers) {
  const auto auth =
      defineAuth({.loginWith = {.email = true, .webAuthn = true}, .groups = {"A", "A"}});
  try {
    defineBackend(auth).synth(standalone);
    ADD_FAILURE();
  } catch (const UserError& error) {
    EXPECT_EQ(error.diagnostics().size(), 2u);
  }
}

TEST(UserPool, NamelessProvidersGetNames) {
  ExternalProviders providers = google;
  const OidcProvider nameless{
      .clientId = secret("ID"),
      .clientSecret = secret("SECRET"),
      .issuerUrl = "https://id.example.com",
  };
  OidcProvider named = nameless;
  named.name = "Corp";
  providers.oidc = {nameless, named, nameless};
  providers.saml = {
      {.metadata = {.metadataContent = "https://a.example.com"}},
      {.metadata = {.metadataContent = "https://b.example.com"}},
  };
  const auto auth = defineAuth({.loginWith = {.externalProviders = providers}});
  EXPECT_EQ(
      output(auth, "socialProviders"), R"(["GOOGLE","OIDC1","Corp","OIDC2","SAML1","SAML2"])"
  );
}

TEST(UserPool, SamlProvidersTakeTheirOptions) {
  ExternalProviders providers = google;
  providers.google.given = false;
  providers.saml = {{
      .metadata = {.metadataContent = "https://a.example.com"},
      .idpSignout = true,
      .encryptedResponses = true,
      .requestSigningAlgorithm = SamlSigningAlgorithm::rsaSha256,
      .idpInitiated = true,
  }};
  const auto auth = defineAuth({.loginWith = {.externalProviders = providers}});
  EXPECT_EQ(
      resource(auth, "AWS::Cognito::UserPoolIdentityProvider")
          .at("Properties")
          .at("ProviderDetails"),
      json::parse(
          R"({"IDPSignout":"true","MetadataURL":"https://a.example.com","IDPInit":"true",
              "EncryptedResponses":"true","RequestSigningAlgorithm":"rsa-sha256"})"
      )
  );
}

TEST(UserPool, ASecondSamlProviderLeavesTheFirstInPlace) {
  const auto ids = [](std::initializer_list<SamlProvider> saml) {
    ExternalProviders providers = google;
    providers.google.given = false;
    providers.saml = saml;
    const auto auth = defineAuth({.loginWith = {.externalProviders = providers}});
    const json stack = stack_template(defineBackend(auth).synth(), "auth");
    std::vector<std::string> found;
    for (const auto& [id, resource] : stack.at("Resources").items()) {
      if (resource.at("Type") == "AWS::Cognito::UserPoolIdentityProvider") found.push_back(id);
    }
    return found;
  };
  const SamlProvider one{.name = "One", .metadata = {.metadataContent = "https://a.example.com"}};
  const SamlProvider two{.name = "Two", .metadata = {.metadataContent = "https://b.example.com"}};
  EXPECT_THAT(ids({one, two}), ::testing::Contains(ids({one}).at(0)));
}

TEST(UserPool, GroupsMayHaveSlashes) {
  const auto auth = defineAuth({.loginWith = {.email = true}, .groups = {"shop/admins"}});
  EXPECT_EQ(
      resource(auth, "AWS::Cognito::UserPoolGroup").at("Properties").at("GroupName"), "shop/admins"
  );
}

TEST(UserPool, EveryResourceIsInReach) {
  const auto auth = defineAuth({
      .loginWith = {.phone = true, .externalProviders = google},
      .groups = {"ADMINS"},
  });
  const auto backend = defineBackend(auth);
  AuthCfnResources& cfn = backend[auth].cfnResources;
  cfn.userPoolGroups["ADMINS"].setProperty("Precedence", 7);
  cfn.groupRoles["ADMINS"].setProperty("Description", "admins");
  cfn.identityProviders["Google"].setProperty("IdpIdentifiers", cdk::Json::array({"g"}));
  cfn.userPoolDomain->setProperty("ManagedLoginVersion", 2);
  cfn.smsRole->setProperty("Description", "texts");
  EXPECT_FALSE(cfn.customSenderKey);
  const auto assembly = backend.synth();
  const json stack = stack_template(assembly, "auth");
  EXPECT_EQ(
      stack_template(assembly, "backend").at("Outputs").at("groups").at("Value"),
      R"([{"ADMINS":{"precedence":7}}])"
  );
  EXPECT_EQ(
      resources(stack, "AWS::Cognito::UserPoolDomain")
          .at(0)
          .at("Properties")
          .at("ManagedLoginVersion"),
      2
  );
}

TEST(UserPool, UnknownGroupsAreAnError) {
  const auto auth = defineAuth({.loginWith = {.email = true}, .groups = {"ADMINS"}});
  const auto backend = defineBackend(auth);
  backend[auth].cfnResources.groupRoles["ADMIN"].setProperty("Description", "x");
  const auto found = faults(backend);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].code, "UnknownResourceError");
}

}  // namespace
}  // namespace amplify
