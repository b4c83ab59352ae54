// SPDX-License-Identifier: Apache-2.0
#include <amplify/define_backend.hpp>

#include "../backend/synthesized.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace amplify {
namespace {

using amplify::testing::faults;
using amplify::testing::resources;
using amplify::testing::stack_template;
using nlohmann::json;
using ::testing::HasSubstr;

const auto auth = referenceAuth({
    .userPoolId = "eu-west-1_AbCdEfGhI",
    .identityPoolId = "eu-west-1:11111111-2222-3333-4444-555555555555",
    .userPoolClientId = "client",
    .authRoleArn = "arn:aws:iam::111122223333:role/app/signed-in",
    .unauthRoleArn = "arn:aws:iam::111122223333:role/guest",
    .groups = {{"ADMINS", "arn:aws:iam::111122223333:role/admins"}},
});

TEST(ReferenceAuth, MakesNoPool) {
  const json stack = stack_template(defineBackend(auth).synth(), "auth");
  EXPECT_TRUE(resources(stack, "AWS::Cognito::UserPool").empty());
  const auto lookup = resources(stack, "Custom::AmplifyRefAuth");
  ASSERT_EQ(lookup.size(), 1u);
  EXPECT_EQ(
      lookup[0].at("Properties").at("groups"),
      json({{"ADMINS", "arn:aws:iam::111122223333:role/admins"}})
  );
}

TEST(ReferenceAuth, LooksAtItsPoolsAlone) {
  const json stack = stack_template(defineBackend(auth).synth(), "auth");
  const auto policies = resources(stack, "AWS::IAM::Policy");
  ASSERT_EQ(policies.size(), 1u);
  for (const json& statement : policies[0].at("Properties").at("PolicyDocument").at("Statement")) {
    const std::string resource = statement.at("Resource").dump();
    EXPECT_TRUE(
        resource.find("userpool/eu-west-1_AbCdEfGhI") != std::string::npos ||
        resource.find("identitypool/eu-west-1:11111111-2222-3333-4444-555555555555") !=
            std::string::npos
    ) << resource;
  }
}

TEST(ReferenceAuth, OutputsAreFoundAtDeployment) {
  const auto assembly = defineBackend(auth).synth();
  const json outputs = stack_template(assembly, "backend").at("Outputs");
  EXPECT_EQ(outputs.at("userPoolId").at("Value"), "eu-west-1_AbCdEfGhI");
  EXPECT_EQ(outputs.at("webClientId").at("Value"), "client");
  EXPECT_TRUE(outputs.at("oauthScope").at("Value").contains("Fn::GetAtt"));
}

TEST(ReferenceAuth, ValuesAreInReach) {
  const auto backend = defineBackend(auth);
  const ReferenceAuthResources& resources = backend[auth];
  cdk::Output(backend.stack(), "Pool", {.value = resources.userPoolId});
  cdk::Output(backend.stack(), "Mfa", {.value = resources.configuration.getAtt("mfaTypes")});
  const json outputs = stack_template(backend.synth(), "backend").at("Outputs");
  EXPECT_EQ(outputs.at("Pool").at("Value"), "eu-west-1_AbCdEfGhI");
  EXPECT_EQ(outputs.at("Mfa").at("Value"), outputs.at("mfaTypes").at("Value"));
}

TEST(ReferenceAuth, OneSignInABackend) {
  const auto made = defineAuth({.loginWith = {.email = true}});
  const auto found = faults(defineBackend(made, auth));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].code, "MultipleSingletonResourcesError");
  EXPECT_EQ(found[0].source.line(), auth.where.line());
  EXPECT_THAT(
      found[0].message, HasSubstr("reference_test.cpp:" + std::to_string(made.where.line()))
  );
}

TEST(ReferenceAuth, AnotherReferenceIsAnError) {
  const auto made = defineAuth({.loginWith = {.email = true}});
  const auto backend = defineBackend(made);
  backend[auth].configuration.setProperty("x", 1);
  const auto found = faults(backend);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].code, "UnknownDefinitionError");
}

}  // namespace
}  // namespace amplify
