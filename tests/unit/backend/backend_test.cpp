// SPDX-License-Identifier: Apache-2.0
#include <amplify/backend.hpp>

#include "synthesized.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace amplify {
namespace {

using namespace amplify::literals;
using amplify::testing::faults;
using amplify::testing::resources;
using amplify::testing::stack_template;
using nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;

constexpr auto schema =
    a.schema("Note"_s = a.model("text"_s = a.string()).authorization(allow.owner()));
constexpr auto guest_schema =
    a.schema("Note"_s = a.model("text"_s = a.string()).authorization(allow.guest().to("read")));
const auto auth = defineAuth({.loginWith = {.email = true}});
const auto data = defineData({.schema = schema});

constexpr const char* model_stack = "Models3b";  // md5 of "Note" starts so

json output(const cdk::CloudAssembly& assembly, const char* name) {
  return stack_template(assembly, "backend").at("Outputs").at(name).at("Value");
}

TEST(Backend, OrderOfDefinitionsLeavesNoTrace) {
  const auto one = defineBackend(auth, data).synth();
  const auto other = defineBackend(data, auth).synth();
  ASSERT_EQ(one.files.size(), other.files.size());
  for (std::size_t i = 0; i < one.files.size(); ++i) {
    EXPECT_EQ(one.files[i].path, other.files[i].path);
    EXPECT_EQ(one.files[i].content, other.files[i].content);
  }
}

TEST(Backend, ADeploymentLeavesNoTraceInTheNext) {
  const BackendIdentifier branch{"d1", "main", DeploymentType::branch};
  const BackendIdentifier sandbox{"shop", "ann", DeploymentType::sandbox};
  const auto backend = defineBackend(auth, data);
  backend.stack().applyRemovalPolicy(cdk::RemovalPolicy::retain);
  for (const auto& identifier : {branch, sandbox, branch}) {
    const auto fresh = defineBackend(auth, data);
    fresh.stack().applyRemovalPolicy(cdk::RemovalPolicy::retain);
    const auto expected = fresh.synth(identifier);
    const auto assembly = backend.synth(identifier);
    ASSERT_EQ(assembly.stacks.size(), expected.stacks.size());
    for (std::size_t i = 0; i < assembly.stacks.size(); ++i)
      EXPECT_EQ(assembly.stacks[i].templateBody, expected.stacks[i].templateBody);
  }
}

TEST(Backend, AuthAloneHasNoApi) {
  const auto assembly = defineBackend(auth).synth();
  EXPECT_EQ(assembly.stacks.size(), 2u);
  EXPECT_FALSE(stack_template(assembly, "backend").at("Metadata").contains("AWS::Amplify::GraphQL")
  );
}

TEST(Backend, ResourcesCanBeChanged) {
  const auto backend = defineBackend(auth, data);
  backend[auth].userPool.setProperty("DeletionProtection", "ACTIVE");
  backend[data].graphqlApi.setProperty("XrayEnabled", true);
  const auto assembly = backend.synth();
  const auto pool = resources(stack_template(assembly, "auth"), "AWS::Cognito::UserPool").at(0);
  EXPECT_EQ(pool.at("Properties").at("DeletionProtection"), "ACTIVE");
  const auto api = resources(stack_template(assembly, "data"), "AWS::AppSync::GraphQLApi").at(0);
  EXPECT_EQ(api.at("Properties").at("XrayEnabled"), true);
}

TEST(Backend, OutputsFollowWhatWasChanged) {
  const auto backend = defineBackend(auth);
  backend[auth].userPool.setProperty(
      "Policies",
      cdk::Json::parse(R"({"PasswordPolicy":{"MinimumLength":12,"RequireNumbers":true}})")
  );
  backend[auth].userPool.setProperty("MfaConfiguration", "OPTIONAL");
  backend[auth].userPool.setProperty("EnabledMfas", cdk::Json::array({"SOFTWARE_TOKEN_MFA"}));
  backend[auth].identityPool.setProperty("AllowUnauthenticatedIdentities", false);
  backend[auth].userPoolClient.setProperty(
      "LogoutURLs", cdk::Json::array({"https://a.example", "https://b.example"})
  );
  const auto assembly = backend.synth();
  EXPECT_EQ(output(assembly, "passwordPolicyMinLength"), "12");
  EXPECT_EQ(output(assembly, "passwordPolicyRequirements"), R"(["REQUIRES_NUMBERS"])");
  EXPECT_EQ(output(assembly, "mfaConfiguration"), "OPTIONAL");
  EXPECT_EQ(output(assembly, "mfaTypes"), R"(["TOTP"])");
  EXPECT_EQ(output(assembly, "allowUnauthenticatedIdentities"), "false");
  EXPECT_EQ(output(assembly, "oauthRedirectSignOut"), "https://a.example,https://b.example");
}

TEST(Backend, SandboxesLeaveNothingBehind) {
  const auto assembly = defineBackend(auth, data).synth();
  for (const auto& stack : assembly.stacks) {
    const auto parsed = json::parse(stack.templateBody);
    for (const auto& [id, resource] : parsed.at("Resources").items()) {
      EXPECT_EQ(resource.value("DeletionPolicy", ""), "Delete") << id;
      EXPECT_EQ(resource.value("UpdateReplacePolicy", ""), "Delete") << id;
    }
  }
}

TEST(Backend, BranchesKeepTheirData) {
  const auto assembly = defineBackend(auth, data).synth({"d1", "main", DeploymentType::branch});
  const auto table = resources(stack_template(assembly, model_stack), "AWS::DynamoDB::Table").at(0);
  EXPECT_EQ(table.at("DeletionPolicy"), "Retain");
  EXPECT_EQ(output(assembly, "deploymentType"), "branch");
  const auto& tags = table.at("Properties").at("Tags");
  EXPECT_THAT(tags.dump(), HasSubstr(R"({"Key":"amplify:app-id","Value":"d1"})"));
}

// The budget of docs/design.md.
TEST(Backend, AnOwnerModelTakesElevenResources) {
  const auto assembly = defineBackend(auth, data).synth();
  EXPECT_EQ(stack_template(assembly, model_stack).at("Resources").size(), 11u);
}

TEST(Backend, DataSourcesMayDoOnlyWhatTheirResolversDo) {
  const auto assembly = defineBackend(auth, data).synth();
  const auto role = resources(stack_template(assembly, model_stack), "AWS::IAM::Role").at(0);
  const auto& statement =
      role.at("Properties").at("Policies").at(0).at("PolicyDocument").at("Statement").at(0);
  EXPECT_EQ(
      statement.at("Action"), json::array(
                                  {"dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem",
                                   "dynamodb:Scan", "dynamodb:UpdateItem"}
                              )
  );
}

TEST(Backend, GuestsMayCallWhatTheirRuleGrants) {
  const auto guests = defineData({.schema = guest_schema});
  const auto assembly = defineBackend(auth, guests).synth();
  const auto policies = resources(stack_template(assembly, "data"), "AWS::IAM::ManagedPolicy");
  ASSERT_EQ(policies.size(), 1u);
  const auto text = policies[0].dump();
  EXPECT_THAT(
      text, AllOf(HasSubstr("Query/fields/getNote"), HasSubstr("Subscription/fields/onCreateNote"))
  );
  EXPECT_THAT(text, Not(HasSubstr("Mutation")));
  EXPECT_THAT(text, HasSubstr("unauthenticatedUserRole"));
}

TEST(Backend, TwoOfAKindAreAnError) {
  const auto second = defineAuth({.loginWith = {.email = true}});
  const auto found = faults(defineBackend(auth, second));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].code, "MultipleSingletonResourcesError");
  EXPECT_EQ(found[0].source.line(), second.where.line());
  EXPECT_THAT(found[0].message, HasSubstr("backend_test.cpp:" + std::to_string(auth.where.line())));
}

TEST(Backend, NothingToDeployIsAnError) {
  const auto found = faults(defineBackend());
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].code, "EmptyBackendError");
}

TEST(Backend, AnotherDefinitionIsAnError) {
  const auto stranger = defineAuth({.loginWith = {.email = true}});
  const auto backend = defineBackend(auth);
  backend[stranger].userPool.setProperty("UserPoolName", "x");
  const auto found = faults(backend);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].code, "UnknownDefinitionError");
  EXPECT_EQ(found[0].source.line(), stranger.where.line());
}

TEST(Backend, AuthNeedsAWayToSignIn) {
  const auto nobody = defineAuth({});
  const auto found = faults(defineBackend(nobody));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].code, "MissingLoginMethodError");
  EXPECT_EQ(found[0].source.line(), nobody.where.line());
}

TEST(Backend, ReportsEverythingAtOnce) {
  const auto nobody = defineAuth({});
  const auto wrong = defineData(
      {.schema = schema, .authorizationModes = {.apiKeyAuthorizationMode = {.expiresInDays = 0}}}
  );
  EXPECT_EQ(faults(defineBackend(nobody, wrong)).size(), 3u);
}

TEST(Backend, EmailSubjectIsTheUsers) {
  const auto own =
      defineAuth({.loginWith = {.email = EmailLogin{.verificationEmailSubject = "Welcome"}}});
  const auto pool =
      resources(stack_template(defineBackend(own).synth(), "auth"), "AWS::Cognito::UserPool").at(0);
  EXPECT_EQ(pool.at("Properties").at("EmailVerificationSubject"), "Welcome");
  EXPECT_EQ(pool.at("Properties").at("VerificationMessageTemplate").at("EmailSubject"), "Welcome");
}

}  // namespace
}  // namespace amplify
