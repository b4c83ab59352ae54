// SPDX-License-Identifier: Apache-2.0
#include <amplify/backend.hpp>

#include "synthesized.hpp"

#include <backend/state.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace amplify {
namespace {

using amplify::testing::resources;
using amplify::testing::stack_template;
using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const auto plain = defineAuth({.loginWith = {.email = true}});
const auto with_google = defineAuth({
    .loginWith =
        {.externalProviders =
             {.google = {.clientId = secret("GOOGLE_ID"), .clientSecret = secret("GOOGLE_SECRET")},
              .callbackUrls = {"https://example.com/"},
              .logoutUrls = {"https://example.com/"}}},
});
const BackendIdentifier branch{"d1", "main", DeploymentType::branch};

TEST(SecretValues, AreReadOnceAStack) {
  const json stack = stack_template(defineBackend(with_google).synth(branch), "auth");
  const auto readers = resources(stack, "Custom::AmplifySecretFetcherResource");
  ASSERT_THAT(readers, SizeIs(1));
  const json& properties = readers[0]["Properties"];
  EXPECT_EQ(properties["secretNames"], json::array({"GOOGLE_ID", "GOOGLE_SECRET"}));
  EXPECT_THAT(properties["prefixes"][0].get<std::string>(), HasSubstr("/amplify/d1/main-branch-"));
  EXPECT_EQ(properties["prefixes"][1], "/amplify/shared/d1");
  const auto providers = resources(stack, "AWS::Cognito::UserPoolIdentityProvider");
  ASSERT_THAT(providers, SizeIs(1));
  EXPECT_EQ(
      providers[0]["Properties"]["ProviderDetails"]["client_secret"],
      json::parse(R"({"Fn::GetAtt": ["AmplifySecretFetcherResource", "GOOGLE_SECRET"]})")
  );
}

TEST(SecretValues, MayBeReadByTheirDeploymentAlone) {
  const json stack = stack_template(defineBackend(with_google).synth(branch), "auth");
  std::string policies;
  for (const json& policy : resources(stack, "AWS::IAM::Policy"))
    policies += policy["Properties"].dump();
  EXPECT_THAT(policies, HasSubstr("ssm:GetParameter"));
  EXPECT_THAT(policies, HasSubstr(":parameter/amplify/d1/main-branch-"));
  EXPECT_THAT(policies, HasSubstr(":parameter/amplify/shared/d1/*"));
  EXPECT_THAT(policies, ::testing::Not(HasSubstr("parameter/*")));
}

TEST(SecretValues, AreReadAnewWhenTheContextSays) {
  const auto backend = defineBackend(with_google);
  const auto updated = [&] {
    const json stack = stack_template(backend.synth(branch), "auth");
    return resources(stack, "Custom::AmplifySecretFetcherResource")[0]["Properties"].value(
        "secretLastUpdated", ""
    );
  };
  EXPECT_EQ(updated(), "");
  // As late as `backend deploy` does it.
  backend.state().app.setContext("secretLastUpdated", "7");
  EXPECT_EQ(updated(), "7");
}

TEST(SecretValues, NeedNothingWithoutSecrets) {
  const json stack = stack_template(defineBackend(plain).synth(branch), "auth");
  EXPECT_THAT(resources(stack, "Custom::AmplifySecretFetcherResource"), IsEmpty());
  EXPECT_THAT(resources(stack, "AWS::Lambda::Function"), IsEmpty());
}

}  // namespace
}  // namespace amplify
