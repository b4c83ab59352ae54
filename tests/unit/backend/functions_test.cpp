// SPDX-License-Identifier: Apache-2.0
#include <amplify/backend.hpp>

#include "synthesized.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace amplify {
namespace {

using amplify::testing::faults;
using amplify::testing::resources;
using amplify::testing::stack_template;
using nlohmann::json;
using namespace amplify::literals;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

const auto auth = defineAuth({.loginWith = {.email = true}});
const auto hello = defineFunction({
    .name = "hello",
    .environment = {{"KEY", secret("API_KEY")}},
    .runtime = "python3.13",
    .code = Code::fromBucket("bucket", "hello.zip"),
    .handler = "index.handler",
});
const auto bye = defineFunction({
    .name = "bye",
    .runtime = "python3.13",
    .resourceGroupName = "auth",
    .code = Code::fromBucket("bucket", "bye.zip"),
    .handler = "index.handler",
});

TEST(BackendFunctions, AreDeployedAndListed) {
  const auto assembly = defineBackend(hello, bye).synth();
  EXPECT_THAT(resources(stack_template(assembly, "function"), "AWS::Lambda::Function"), SizeIs(1));
  EXPECT_THAT(resources(stack_template(assembly, "auth"), "AWS::Lambda::Function"), SizeIs(1));
  const json root = stack_template(assembly, "backend");
  const std::string list = root["Outputs"]["definedFunctions"]["Value"].dump();
  EXPECT_THAT(list, HasSubstr("byelambda"));
  EXPECT_THAT(list, HasSubstr("hellolambda"));
  EXPECT_EQ(
      root["Metadata"]["AWS::Amplify::Function"],
      json::parse(R"({"version": "1", "stackOutputs": ["definedFunctions"]})")
  );
  EXPECT_THAT(
      stack_template(assembly, "function")["Description"].get<std::string>(),
      HasSubstr(R"("stackType":"function-Lambda")")
  );
}

TEST(BackendFunctions, OrderLeavesNoTrace) {
  const auto one = defineBackend(hello, bye, auth).synth();
  const auto other = defineBackend(auth, bye, hello).synth();
  ASSERT_EQ(one.files.size(), other.files.size());
  for (std::size_t i = 0; i < one.files.size(); ++i)
    EXPECT_EQ(one.files[i].content, other.files[i].content);
}

TEST(BackendFunctions, ShareTheStackOfADefinition) {
  const auto assembly = defineBackend(bye, auth).synth();
  const json stack = stack_template(assembly, "auth");
  EXPECT_THAT(resources(stack, "AWS::Lambda::Function"), SizeIs(1));
  EXPECT_THAT(resources(stack, "AWS::Cognito::UserPool"), SizeIs(1));
  EXPECT_THAT(stack["Description"].get<std::string>(), HasSubstr(R"("stackType":"auth-Cognito")"));
}

TEST(BackendFunctions, ReadSecretsOfTheirDeployment) {
  const auto backend = defineBackend(hello);
  const auto config = [&](const BackendIdentifier& identifier) {
    const json stack = stack_template(backend.synth(identifier), "function");
    return json::parse(resources(
                           stack, "AWS::Lambda::Function"
    )[0]["Properties"]["Environment"]["Variables"]["AMPLIFY_SSM_ENV_CONFIG"]
                           .get<std::string>());
  };
  const json branch = config({"d1 2x", "feat/a", DeploymentType::branch});
  EXPECT_EQ(branch["KEY"]["path"], "/amplify/d12x/feata-branch-232db7ebde/API_KEY");
  EXPECT_EQ(branch["KEY"]["sharedPath"], "/amplify/shared/d1 2x/API_KEY");
  EXPECT_THAT(
      config({"app", "ann", DeploymentType::sandbox})["KEY"]["path"].get<std::string>(),
      HasSubstr("/amplify/app/ann-sandbox-")
  );
}

TEST(BackendFunctions, AreReachedByTheirDefinition) {
  const auto backend = defineBackend(hello);
  backend[hello].addEnvironment("LATE", "yes");
  backend[hello].cfnResources.function.addPropertyOverride("MemorySize", 1024);
  const json stack = stack_template(backend.synth(), "function");
  const json found = resources(stack, "AWS::Lambda::Function")[0]["Properties"];
  EXPECT_EQ(found["Environment"]["Variables"]["LATE"], "yes");
  EXPECT_EQ(found["MemorySize"], 1024);
}

TEST(BackendFunctions, MustBeGiven) {
  const auto backend = defineBackend(auth);
  backend[hello].addEnvironment("LATE", "yes");
  const auto found = faults(backend);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].code, "UnknownDefinitionError");
  EXPECT_THAT(found[0].message, HasSubstr("defineFunction"));
}

constexpr auto schema =
    a.schema("Job"_s = a.model("name"_s = a.string()).authorization(allow.authenticated()))
        .authorization(allow.resource(hello).to("query", "listen"), allow.resource(bye));
const auto data = defineData({.schema = schema});

/// The statements of the policies for a role whose reference has `role` in it.
json granted(const json& stack, std::string_view role) {
  json statements = json::array();
  for (const auto& policy : resources(stack, "AWS::IAM::Policy")) {
    if (policy["Properties"]["Roles"].dump().find(role) == std::string::npos) continue;
    for (const auto& statement : policy["Properties"]["PolicyDocument"]["Statement"])
      statements.push_back(statement);
  }
  return statements;
}

TEST(BackendFunctions, MayCallTheApiThatNamesThem) {
  const auto assembly = defineBackend(auth, data, hello, bye).synth();
  const json own = stack_template(assembly, "function");
  const auto statements = granted(own, "hello").dump();
  EXPECT_THAT(statements, HasSubstr("appsync:GraphQL"));
  EXPECT_THAT(statements, HasSubstr("/types/Query/*"));
  EXPECT_THAT(statements, HasSubstr("/types/Subscription/*"));
  EXPECT_THAT(statements, Not(HasSubstr("/types/Mutation/*")));
  EXPECT_THAT(statements, HasSubstr("s3:GetObject"));
  const auto variables =
      resources(own, "AWS::Lambda::Function")[0]["Properties"]["Environment"]["Variables"];
  EXPECT_EQ(variables["AMPLIFY_DATA_DEFAULT_NAME"], "amplifyData");
  for (const auto* const name :
       {"AMPLIFY_DATA_GRAPHQL_ENDPOINT", "AMPLIFY_DATA_MODEL_INTROSPECTION_SCHEMA_BUCKET_NAME",
        "AMPLIFY_DATA_MODEL_INTROSPECTION_SCHEMA_KEY"})
    EXPECT_TRUE(variables.contains(name)) << name;
}

TEST(BackendFunctions, LearnOfTheApiByParametersWhereItsStackWaitsForTheirs) {
  // `bye` stands in `auth`, on which the API stands.
  const auto assembly = defineBackend(auth, data, hello, bye).synth();
  const json stack = stack_template(assembly, "data");
  const auto statements = granted(stack, "bye").dump();
  EXPECT_THAT(statements, HasSubstr("/types/Mutation/*"));
  std::string names;
  for (const auto& parameter : resources(stack, "AWS::SSM::Parameter"))
    names += parameter["Properties"]["Name"].get<std::string>() + "\n";
  EXPECT_THAT(names, HasSubstr("/amplify/resource_reference/app/"));
  EXPECT_THAT(names, HasSubstr("/AMPLIFY_DATA_GRAPHQL_ENDPOINT\n"));
  EXPECT_THAT(names, HasSubstr("/AMPLIFY_DATA_DEFAULT_NAME\n"));
  EXPECT_THAT(stack_template(assembly, "auth").dump(), HasSubstr("AMPLIFY_DATA_GRAPHQL_ENDPOINT"));
}

TEST(BackendFunctions, FindTheIntrospectionOfTheSchema) {
  const auto assembly = defineBackend(auth, data, hello, bye).synth();
  std::string file;
  for (const auto& each : assembly.files) {
    if (each.path.ends_with(".json") && each.path.starts_with("asset.")) file = each.content;
  }
  const json introspection = json::parse(file);
  EXPECT_EQ(introspection["version"], 1);
  EXPECT_TRUE(introspection["models"].contains("Job"));
}

TEST(BackendFunctions, ThatStandWhereTheyCannotAreToldWhereTheyCan) {
  const auto worker = defineFunction({
      .name = "worker",
      .runtime = "python3.13",
      .resourceGroupName = "tools",
      .code = Code::fromBucket("bucket", "worker.zip"),
      .handler = "index.handler",
  });
  const auto backend = defineBackend(auth, data, worker);
  backend[worker].addEnvironment("API", backend[data].graphqlApi.getAtt("GraphQLUrl"));
  cdk::Resource(
      backend[data].stack, "Source", "AWS::AppSync::DataSource",
      cdk::Json::object({
          {"ApiId", backend[data].graphqlApi.getAtt("ApiId")},
          {"LambdaConfig",
           cdk::Json::object({{"LambdaFunctionArn", backend[worker].lambda.functionArn()}})},
          {"Name", "Source"},
          {"Type", "AWS_LAMBDA"},
      })
  );
  EXPECT_THAT(
      faults(backend),
      ElementsAre(AllOf(
          Field(&Diagnostic::code, "CyclicDependencyError"),
          Field(
              &Diagnostic::help,
              "set .resourceGroupName of defineFunction worker to \"data\", so that nothing crosses "
              "here"
          )
      ))
  );
}

TEST(BackendFunctions, ThatReferToWhatCallsThemAreToldOfAccess) {
  const auto trigger = defineFunction({
      .name = "trigger",
      .runtime = "python3.13",
      .resourceGroupName = "tools",
      .code = Code::fromBucket("bucket", "trigger.zip"),
      .handler = "index.handler",
  });
  const auto users = defineAuth({.loginWith = {.email = true}, .triggers = {.preSignUp = trigger}});
  const auto backend = defineBackend(users, trigger);
  backend[trigger].addEnvironment("POOL", backend[users].userPool.ref());
  EXPECT_THAT(
      faults(backend), ElementsAre(AllOf(
                           Field(&Diagnostic::code, "CyclicDependencyError"),
                           Field(&Diagnostic::help, HasSubstr("`allow.resource`"))
                       ))
  );
  // Which does it.
  const auto allowed = defineAuth({
      .loginWith = {.email = true},
      .triggers = {.preSignUp = trigger},
      .access = {allow.resource(trigger).to("listUsers")},
  });
  EXPECT_THAT(faults(defineBackend(allowed, trigger)), IsEmpty());
}

}  // namespace
}  // namespace amplify
